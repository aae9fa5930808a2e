import type { Job } from './job-roles.ts';
import type { OrganizationName } from './places.ts';

export interface SampleStaffMember {
  readonly family: string;
  readonly given: string;
  readonly title: string;
  readonly role: string;
  readonly job: Job;
  readonly works: OrganizationName;
  /** The person is here for a shift of 12 hours, and perhaps for one resident, by the key of the story. */
  readonly pass?: { readonly resident: string | null };
}

const PEOPLE = {
  gp: {
    family: 'Marsh',
    given: 'Helen',
    title: 'Dr',
    role: 'GP, clinical lead for Rowan Court',
    job: 'gp',
    works: 'practice',
  },
  pharmacist: {
    family: 'Sethi',
    given: 'Anil',
    title: 'Mr',
    role: 'Primary care network pharmacist',
    job: 'network-pharmacist',
    works: 'practice',
  },
  nurse: {
    family: 'Baptiste',
    given: 'Grace',
    title: 'Mrs',
    role: 'Registered nurse',
    job: 'nurse',
    works: 'home',
  },
  manager: {
    family: 'Lister',
    given: 'Karen',
    title: 'Ms',
    role: 'Home manager',
    job: 'home-manager',
    works: 'home',
  },
  carer: {
    family: 'Nowak',
    given: 'Piotr',
    title: 'Mr',
    role: 'Senior carer',
    job: 'senior-carer',
    works: 'home',
  },
  physio: {
    family: 'Quinn',
    given: 'Orla',
    title: 'Ms',
    role: 'Community physiotherapist',
    job: 'physiotherapist',
    works: 'practice',
  },
  dietitian: {
    family: 'Adeyemi',
    given: 'Folake',
    title: 'Ms',
    role: 'Community dietitian',
    job: 'dietitian',
    works: 'practice',
  },
  therapist: {
    family: 'Penhale',
    given: 'Rhian',
    title: 'Ms',
    role: 'Speech and language therapist',
    job: 'speech-therapist',
    works: 'practice',
  },
  hospital: {
    family: 'Rowe',
    given: 'Simon',
    title: 'Dr',
    role: 'Consultant geriatrician',
    job: 'geriatrician',
    works: 'hospital',
  },
  ambulance: {
    family: 'Kerr',
    given: 'Jamie',
    title: 'Mx',
    role: 'Paramedic',
    job: 'paramedic',
    works: 'hospital',
  },
  matron: {
    family: 'Okonjo',
    given: 'Ruth',
    title: 'Mrs',
    role: 'Community matron',
    job: 'matron',
    works: 'community',
  },
  'community-pharmacist': {
    family: 'Barlow',
    given: 'Neil',
    title: 'Mr',
    role: 'Community pharmacist',
    job: 'community-pharmacist',
    works: 'pharmacy',
  },
  'care-coordinator': {
    family: 'Tully',
    given: 'Denise',
    title: 'Ms',
    role: 'Care coordinator',
    job: 'care-coordinator',
    works: 'practice',
  },
  'social-worker': {
    family: 'Malik',
    given: 'Sadia',
    title: 'Ms',
    role: 'Social worker',
    job: 'social-worker',
    works: 'council',
  },
  voluntary: {
    family: 'Hewitt',
    given: 'Joyce',
    title: 'Mrs',
    role: 'Befriender',
    job: 'voluntary-sector',
    works: 'charity',
  },
  educator: {
    family: 'Brennan',
    given: 'Aoife',
    title: 'Ms',
    role: 'Care home educator',
    job: 'educator',
    works: 'community',
  },
  safeguarding: {
    family: 'Pascoe',
    given: 'Martin',
    title: 'Mr',
    role: 'Safeguarding lead',
    job: 'safeguarding-lead',
    works: 'council',
  },
  visiting: {
    family: 'Ellery',
    given: 'Tom',
    title: 'Mr',
    role: 'Visiting clinician',
    job: 'visiting-clinician',
    works: 'community',
    pass: { resident: 'doris-ashworth' },
  },
  'care-assistant': {
    family: 'Begum',
    given: 'Nasrin',
    title: 'Mrs',
    role: 'Carer',
    job: 'carer',
    works: 'home',
  },
  agency: {
    family: 'Costa',
    given: 'Luis',
    title: 'Mr',
    role: 'Agency carer',
    job: 'agency-carer',
    works: 'home',
    pass: { resident: null },
  },
  kitchen: {
    family: 'Doyle',
    given: 'Bernadette',
    title: 'Ms',
    role: 'Cook',
    job: 'kitchen',
    works: 'home',
  },
  domestic: {
    family: 'Petrov',
    given: 'Elena',
    title: 'Mrs',
    role: 'Housekeeper',
    job: 'domestic',
    works: 'home',
  },
} as const satisfies Readonly<Record<string, SampleStaffMember>>;

export type AnyStaff = keyof typeof PEOPLE;

/** The people who work for Rowan Court, or come to it. All are fictional. Ids come from the keys, so these stay. */
export const STAFF: Readonly<Record<AnyStaff, SampleStaffMember>> = PEOPLE;
