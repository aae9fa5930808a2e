import type { Content, PlaceConfiguration, ResidentSections, Section, SectionName } from '@ehch/clinical';
import { buildView } from './build-view.ts';
import type { BuildViewInput } from './build-view-input.ts';
import type { LedgerOutcome } from './ledger.ts';

export const NOW = '2026-11-21T09:30:00Z';

export type Json = { readonly [key: string]: unknown };

export const snomed = (code: string, display?: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, ...(display === undefined ? {} : { display }) }],
});

export const hl7 = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

export const PATIENT: Json = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ use: 'official', family: 'Ashworth', given: ['Margaret'], prefix: ['Mrs'] }],
  birthDate: '1938-04-09',
  gender: 'female',
};

/** A place file that says nothing of any home. */
export const PLACE: PlaceConfiguration = {
  id: 'p',
  title: 'Place',
  version: '1',
  owner: 'Owner',
  dated: '2026-01-01',
  signedOff: null,
  homes: [],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};

/** A resource about the resident, with the subject element of its type. */
export function about(resourceType: string, id: string, fields: Json): Json {
  const subject = { reference: 'Patient/p1' };
  const patientTypes = ['AllergyIntolerance', 'Consent', 'EpisodeOfCare', 'Immunization', 'RelatedPerson'];
  const field = resourceType === 'Task' ? 'for' : patientTypes.includes(resourceType) ? 'patient' : 'subject';
  return { resourceType, id, [field]: subject, ...fields };
}

export const allergy = (id: string, text: string, fields: Json = {}): Json =>
  about('AllergyIntolerance', id, {
    clinicalStatus: hl7('allergyintolerance-clinical', 'active'),
    verificationStatus: hl7('allergyintolerance-verification', 'confirmed'),
    code: { text },
    ...fields,
  });

export const observation = (id: string, code: Json, fields: Json): Json =>
  about('Observation', id, { status: 'final', code, effectiveDateTime: '2026-11-20T10:00:00Z', ...fields });

export function build(resources: readonly unknown[], input: Partial<BuildViewInput> = {}) {
  return buildView({
    resident: 'r1',
    patient: 'p1',
    resources: [PATIENT, ...resources],
    outcomes: {},
    now: NOW,
    sourceLabel: 'Shared record',
    ...input,
  });
}

export function section<N extends SectionName>(
  name: N,
  resources: readonly unknown[],
  input: Partial<BuildViewInput> = {},
): Section<ResidentSections[N]> {
  return build(resources, input).view.sections[name];
}

/** The content of a section that must be known. */
export function content<N extends SectionName>(
  name: N,
  resources: readonly unknown[],
  input: Partial<BuildViewInput> = {},
): Content<ResidentSections[N]> {
  const found = section(name, resources, input);
  if (found.state !== 'known') throw new Error(`${name} is ${found.state}`);
  return found.content;
}

/** The value of a section that must be recorded. */
export function value<N extends SectionName>(
  name: N,
  resources: readonly unknown[],
  input: Partial<BuildViewInput> = {},
): ResidentSections[N] {
  const found = content(name, resources, input);
  if (found.kind !== 'recorded') throw new Error(`${name} is ${found.kind}`);
  return found.value;
}

/** What became of a resource. */
export function fate(
  id: string,
  resources: readonly unknown[],
  input: Partial<BuildViewInput> = {},
): LedgerOutcome {
  const entry = build(resources, input).ledger.find((row) => row.id === id);
  if (entry === undefined) throw new Error(`${id} is in no ledger`);
  return entry.outcome;
}
