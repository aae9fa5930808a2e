import type { Practitioner, PractitionerRole, Reference, Resource } from '@medplum/fhirtypes';
import type { StaffMember as SignsIn } from '../auth/tokens.ts';
import { text, UK_CORE } from './codes.ts';
import { opaqueId } from './identifiers.ts';
import type { StaffName } from './story.ts';

interface StaffMember {
  readonly family: string;
  readonly given: string;
  readonly title: string;
  readonly role: string;
  readonly works: 'home' | 'practice' | 'hospital';
}

/** The people who work for Rowan Court. All are fictional. */
export const STAFF: Readonly<Record<StaffName | 'hospital' | 'ambulance', StaffMember>> = {
  gp: {
    family: 'Marsh',
    given: 'Helen',
    title: 'Dr',
    role: 'GP, clinical lead for Rowan Court',
    works: 'practice',
  },
  pharmacist: {
    family: 'Sethi',
    given: 'Anil',
    title: 'Mr',
    role: 'Primary care network pharmacist',
    works: 'practice',
  },
  nurse: { family: 'Baptiste', given: 'Grace', title: 'Mrs', role: 'Registered nurse', works: 'home' },
  manager: { family: 'Lister', given: 'Karen', title: 'Ms', role: 'Home manager', works: 'home' },
  carer: { family: 'Nowak', given: 'Piotr', title: 'Mr', role: 'Senior carer', works: 'home' },
  physio: {
    family: 'Quinn',
    given: 'Orla',
    title: 'Ms',
    role: 'Community physiotherapist',
    works: 'practice',
  },
  dietitian: {
    family: 'Adeyemi',
    given: 'Folake',
    title: 'Ms',
    role: 'Community dietitian',
    works: 'practice',
  },
  therapist: {
    family: 'Penhale',
    given: 'Rhian',
    title: 'Ms',
    role: 'Speech and language therapist',
    works: 'practice',
  },
  hospital: {
    family: 'Rowe',
    given: 'Simon',
    title: 'Dr',
    role: 'Consultant geriatrician',
    works: 'hospital',
  },
  ambulance: { family: 'Kerr', given: 'Jamie', title: 'Mx', role: 'Paramedic', works: 'hospital' },
};

export type AnyStaff = keyof typeof STAFF;

export function staffReference(seed: number, name: AnyStaff): Reference<Practitioner> {
  const { title, given, family } = STAFF[name];
  return {
    reference: `Practitioner/${opaqueId(seed, 'staff', name)}`,
    display: `${title} ${given} ${family}`,
  };
}

/** The staff as people who may sign in. A seed gives the same subjects at every start. */
export function sampleStaff(seed = 1): SignsIn[] {
  return (Object.keys(STAFF) as AnyStaff[]).map((key) => {
    const { title, given, family, role } = STAFF[key];
    const id = opaqueId(seed, 'staff', key);
    return { key, sub: id, fhirUser: `Practitioner/${id}`, name: `${title} ${given} ${family}`, role };
  });
}

export function staffResources(seed: number): Resource[] {
  return (Object.keys(STAFF) as AnyStaff[]).flatMap((name) => {
    const { title, given, family, role, works } = STAFF[name];
    const practitioner: Practitioner = {
      resourceType: 'Practitioner',
      id: opaqueId(seed, 'staff', name),
      meta: { profile: [`${UK_CORE}UKCore-Practitioner`] },
      active: true,
      name: [{ use: 'official', family, given: [given], prefix: [title] }],
    };
    const practitionerRole: PractitionerRole = {
      resourceType: 'PractitionerRole',
      id: opaqueId(seed, 'role', name),
      meta: { profile: [`${UK_CORE}UKCore-PractitionerRole`] },
      active: true,
      practitioner: staffReference(seed, name),
      organization: { reference: `Organization/${opaqueId(seed, 'organization', works)}` },
      code: [text(role)],
    };
    return [practitioner, practitionerRole];
  });
}
