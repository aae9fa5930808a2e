import type { PlaceConfiguration } from '@ehch/clinical';
import type { FhirResource } from '@ehch/dev-server';

/** Three fictional residents. */
export const RESIDENTS = ['agnes', 'bertram', 'clara'] as const;

/** What a resident's resource of this type is edited in. Nothing clinical hangs on the texts. */
export const EDITED = { CarePlan: ['title', 'description'], Task: ['description'] } as const;
export type EditedType = keyof typeof EDITED;

/** The people who press. A server that checks references knows them. */
export const STAFF = ['nurse', 'carer', 'manager'] as const;

export const ROSTER = 'roster';

/** The place file of the run's one home. */
export const CHAOS_PLACE: PlaceConfiguration = {
  id: 'chaos',
  title: 'A fictional home',
  version: '1',
  owner: 'Test place',
  dated: '2026-11-01',
  signedOff: null,
  homes: [
    {
      id: 'home',
      name: 'A fictional home',
      kind: 'residential',
      roster: { kind: 'list', id: ROSTER },
      practice: null,
    },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};

/** How the ids of the observations end that nobody has pressed for. */
export const BY_ITSELF = '-weight';

/** A category that the pull asks for: findings without a code. */
export const FOUND = [{ coding: [{ code: 'exam' }] }];

const UNKNOWN = { url: 'https://other.example/StructureDefinition/kept', valueDecimal: 7.1 };

/** The records with which a run begins. Each has parts that we do not know and must give back as they were. */
export function chaosHome(): FhirResource[] {
  const entry = RESIDENTS.map((resident) => ({ item: { reference: `Patient/${resident}` } }));
  return [
    { resourceType: 'List', id: ROSTER, status: 'current', mode: 'working', entry },
    ...STAFF.map((id) => ({ resourceType: 'Practitioner', id })),
    ...RESIDENTS.flatMap(recordOf),
  ] as FhirResource[];
}

function recordOf(resident: string): FhirResource[] {
  return [
    { resourceType: 'Patient', id: resident, name: [{ family: 'Example', given: [resident] }] },
    ...Object.keys(EDITED).map((type) => ({
      resourceType: type,
      id: `${resident}-${type.toLowerCase()}`,
      status: 'active',
      intent: 'plan',
      title: `first title of ${resident}`,
      description: `first description of ${resident}`,
      modifierExtension: [UNKNOWN],
      contained: [{ resourceType: 'Basic', id: 'in', code: { text: 'kept' } }],
      [type === 'Task' ? 'for' : 'subject']: { reference: `Patient/${resident}` },
    })),
    {
      resourceType: 'Observation',
      id: `${resident}${BY_ITSELF}`,
      status: 'final',
      category: FOUND,
      code: { text: 'Body weight' },
      subject: { reference: `Patient/${resident}` },
      valueQuantity: { value: 61.5, unit: 'kg' },
    },
  ] as FhirResource[];
}

/** Whose record a resource belongs to. */
export function residentOf(resource: Readonly<Record<string, unknown>>): string | null {
  if (resource['resourceType'] === 'Patient') return String(resource['id']);
  if (resource['resourceType'] === 'Provenance' || resource['resourceType'] === 'AuditEvent') return null;
  const subject = (resource['subject'] ?? resource['for'] ?? resource['patient']) as
    { readonly reference?: string } | undefined;
  return subject?.reference?.replace('Patient/', '') ?? null;
}
