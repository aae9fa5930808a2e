import type { SectionName } from '@ehch/clinical';

/**
 * Resource types that the engine asks for, in words: singular, and plural where it is not singular plus "s".
 */
const ONE_AND_MANY = {
  Patient: ['personal detail'],
  RelatedPerson: ['contact'],
  Condition: ['problem'],
  AllergyIntolerance: ['allergy', 'allergies'],
  MedicationStatement: ['medicine'],
  MedicationRequest: ['prescription'],
  Observation: ['observation'],
  Flag: ['alert'],
  Consent: ['consent'],
  CarePlan: ['care plan'],
  Goal: ['goal'],
  CareTeam: ['care team'],
  Encounter: ['visit or hospital stay', 'visits and hospital stays'],
  EpisodeOfCare: ['stay'],
  Immunization: ['vaccination'],
  DocumentReference: ['document'],
  Task: ['action'],
  Communication: ['message'],
  QuestionnaireResponse: ['form'],
  ServiceRequest: ['order or directive', 'orders and directives'],
  Procedure: ['procedure'],
  List: ['list'],
} as const;

/** The resource types that make a resident's view. The engine asks for each on its own. */
export type ResourceType = keyof typeof ONE_AND_MANY;

/**
 * The resource types behind each section. A section is never "none" or "not recorded" while one of its types
 * failed, was withheld or has not answered.
 */
export const SECTION_SOURCES: { readonly [N in SectionName]: readonly ResourceType[] } = {
  identity: ['Patient', 'EpisodeOfCare', 'Encounter'],
  limits: [
    'Flag',
    'Consent',
    'DocumentReference',
    'CarePlan',
    'QuestionnaireResponse',
    'Condition',
    'Observation',
    'RelatedPerson',
    'ServiceRequest',
    'Procedure',
    'Goal',
  ],
  allergies: ['AllergyIntolerance', 'List'],
  open: ['Task', 'Communication'],
  alerts: ['Flag'],
  aboutMe: ['QuestionnaireResponse', 'Patient'],
  frailty: ['Observation', 'Condition'],
  news2: ['Observation'],
  weight: ['Observation'],
  function: ['Observation'],
  scores: ['Observation'],
  medicines: ['MedicationStatement', 'MedicationRequest', 'List'],
  problems: ['Condition', 'List'],
  events: [
    'Encounter',
    'EpisodeOfCare',
    'Immunization',
    'DocumentReference',
    'QuestionnaireResponse',
    'Communication',
    'Task',
    'Observation',
  ],
  people: ['RelatedPerson', 'CareTeam', 'Patient'],
  plan: ['CarePlan', 'Goal', 'EpisodeOfCare', 'Encounter', 'QuestionnaireResponse', 'Task', 'Consent'],
};

/** Singular and plural of each type, for a gap: what is missing when the type did not arrive. */
export const RESOURCE_WORDS = Object.fromEntries(
  Object.entries(ONE_AND_MANY).map(([type, [one, many]]): [string, readonly [string, string]] => [
    type,
    [one, many ?? `${one}s`],
  ]),
) as { readonly [T in ResourceType]: readonly [one: string, many: string] };

/** Every type that the engine asks for. */
export const RESOURCE_TYPES = Object.keys(ONE_AND_MANY) as readonly ResourceType[];

/** Whether the engine asks for this type. */
export function isResourceType(type: string): type is ResourceType {
  return Object.hasOwn(ONE_AND_MANY, type);
}

/** A type that is only counted: its words, and the sections beside which it is counted. */
interface Counted {
  readonly words: readonly [one: string, many: string];
  readonly sections: readonly SectionName[];
  /** Each has words of its own, because they say what to do or to fear. */
  readonly isToldOneByOne?: true;
}

/**
 * [P] Types that the engine does not ask for and no section lists. If such records arrive, they are counted
 * where they may belong.
 */
export const COUNTED: { readonly [type: string]: Counted } = {
  MedicationDispense: { words: ['record of dispensing', 'records of dispensing'], sections: ['medicines'] },
  MedicationAdministration: {
    words: ['record of giving a medicine', 'records of giving a medicine'],
    sections: ['medicines'],
  },
  AdverseEvent: {
    words: ['adverse event', 'adverse events'],
    sections: ['allergies', 'events'],
    isToldOneByOne: true,
  },
  NutritionOrder: { words: ['diet order', 'diet orders'], sections: ['function'], isToldOneByOne: true },
  ClinicalImpression: { words: ['clinical impression', 'clinical impressions'], sections: ['events'] },
  DiagnosticReport: {
    words: ['report with a conclusion', 'reports with a conclusion'],
    sections: ['events'],
  },
  RiskAssessment: {
    words: ['risk assessment', 'risk assessments'],
    sections: ['events'],
    isToldOneByOne: true,
  },
  DeviceUseStatement: { words: ['record of a device', 'records of devices'], sections: ['problems'] },
  DetectedIssue: { words: ['detected risk', 'detected risks'], sections: ['alerts'], isToldOneByOne: true },
};

/** The types that are only counted. */
export const COUNTED_TYPES: readonly string[] = Object.keys(COUNTED);

/** Types that the engine does not ask for on their own, but that add to a section. */
const BESIDE: { readonly [type: string]: readonly SectionName[] } = {
  Medication: ['medicines'],
  Location: ['identity'],
};

/** Types that add to no section, so a section is whole without them. */
const NOWHERE: ReadonlySet<string> = new Set([
  'Account',
  'Appointment',
  'AuditEvent',
  'Claim',
  'ClaimResponse',
  'Coverage',
  'Device',
  'ExplanationOfBenefit',
  'Group',
  'HealthcareService',
  'ImagingStudy',
  'Invoice',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'Schedule',
  'Slot',
  'Specimen',
  'Subscription',
  'SupplyDelivery',
]);

/** Whether this package knows which sections a type may belong to. */
export function isKnownType(type: string): boolean {
  return [ONE_AND_MANY, BESIDE, COUNTED].some((table) => Object.hasOwn(table, type)) || NOWHERE.has(type);
}

/**
 * Whether a type may belong in a section. An unknown type may belong anywhere, so its loss leaves a gap in
 * every section.
 */
export function mayBelong(type: string | null, name: SectionName): boolean {
  if (type === null || !isKnownType(type)) return true;
  if (isResourceType(type)) return SECTION_SOURCES[name].includes(type);
  return (BESIDE[type] ?? COUNTED[type]?.sections)?.includes(name) ?? false;
}
