import type { SectionName } from '@ehch/clinical';

/** The resource types that are asked for, each on its own, to make a resident's view. */
export const RESOURCE_TYPES = [
  'Patient',
  'RelatedPerson',
  'Condition',
  'AllergyIntolerance',
  'MedicationStatement',
  'MedicationRequest',
  'Observation',
  'Flag',
  'Consent',
  'CarePlan',
  'Goal',
  'CareTeam',
  'Encounter',
  'EpisodeOfCare',
  'Immunization',
  'DocumentReference',
  'Task',
  'Communication',
  'QuestionnaireResponse',
] as const;

export type ResourceType = (typeof RESOURCE_TYPES)[number];

/**
 * Which resource types feed which section. A section is never "none" and never "not recorded" while one of its
 * types failed, was withheld or has not answered.
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
  ],
  allergies: ['AllergyIntolerance'],
  open: ['Task', 'Communication'],
  alerts: ['Flag'],
  aboutMe: ['QuestionnaireResponse', 'Patient'],
  frailty: ['Observation', 'Condition'],
  news2: ['Observation'],
  weight: ['Observation'],
  function: ['Observation'],
  medicines: ['MedicationStatement', 'MedicationRequest'],
  problems: ['Condition'],
  events: [
    'Encounter',
    'EpisodeOfCare',
    'Immunization',
    'DocumentReference',
    'QuestionnaireResponse',
    'Communication',
    'Task',
  ],
  people: ['RelatedPerson', 'CareTeam', 'Patient'],
  plan: ['CarePlan', 'Goal', 'EpisodeOfCare', 'Encounter'],
};

/** In words for the reader, one and many: what is missing when a type did not come. */
export const RESOURCE_WORDS: { readonly [T in ResourceType]: readonly [one: string, many: string] } = {
  Patient: ['personal detail', 'personal details'],
  RelatedPerson: ['contact', 'contacts'],
  Condition: ['problem', 'problems'],
  AllergyIntolerance: ['allergy', 'allergies'],
  MedicationStatement: ['medicine', 'medicines'],
  MedicationRequest: ['prescription', 'prescriptions'],
  Observation: ['observation', 'observations'],
  Flag: ['alert', 'alerts'],
  Consent: ['consent', 'consents'],
  CarePlan: ['care plan', 'care plans'],
  Goal: ['goal', 'goals'],
  CareTeam: ['care team', 'care teams'],
  Encounter: ['visit or hospital stay', 'visits and hospital stays'],
  EpisodeOfCare: ['stay', 'stays'],
  Immunization: ['vaccination', 'vaccinations'],
  DocumentReference: ['document', 'documents'],
  Task: ['action', 'actions'],
  Communication: ['message', 'messages'],
  QuestionnaireResponse: ['form', 'forms'],
};

export function isResourceType(type: string): type is ResourceType {
  return RESOURCE_TYPES.some((known) => known === type);
}
