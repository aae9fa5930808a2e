import { observationCodes, type ResourceType } from '@ehch/fhir';

/**
 * What is asked of the server for one resident: one question for each kind of resource, so that a kind which
 * fails, hangs or is refused leaves the others usable.
 */
export function queries(patient: string): readonly Query[] {
  const of = `patient=${encodeURIComponent(patient)}&_count=${PAGE}`;
  return [
    { kind: 'Patient', path: `Patient/${encodeURIComponent(patient)}`, single: true },
    { kind: 'Flag', path: `Flag?${of}` },
    { kind: 'Consent', path: `Consent?${of}` },
    { kind: 'AllergyIntolerance', path: `AllergyIntolerance?${of}` },
    { kind: 'DocumentReference', path: `DocumentReference?${of}` },
    { kind: 'Task', path: `Task?${of}` },
    { kind: 'Communication', path: `Communication?${of}` },
    { kind: 'Observation', path: `Observation?${of}&code=${observationCodeList()}&_sort=-date` },
    {
      kind: 'MedicationStatement',
      path: `MedicationStatement?${of}&_include=MedicationStatement:medication`,
    },
    { kind: 'MedicationRequest', path: `MedicationRequest?${of}&_include=MedicationRequest:medication` },
    { kind: 'Condition', path: `Condition?${of}` },
    { kind: 'CarePlan', path: `CarePlan?${of}` },
    { kind: 'Goal', path: `Goal?${of}` },
    { kind: 'CareTeam', path: `CareTeam?${of}&_include=CareTeam:participant` },
    { kind: 'RelatedPerson', path: `RelatedPerson?${of}` },
    { kind: 'Encounter', path: `Encounter?${of}&_include=Encounter:location&_sort=-date` },
    { kind: 'EpisodeOfCare', path: `EpisodeOfCare?${of}` },
    { kind: 'Immunization', path: `Immunization?${of}` },
    { kind: 'QuestionnaireResponse', path: `QuestionnaireResponse?${of}` },
  ];
}

export interface Query {
  readonly kind: ResourceType;
  readonly path: string;
  /** A read of one resource, not a search. */
  readonly single?: true;
}

const PAGE = 200;

function observationCodeList(): string {
  return observationCodes()
    .map(({ system, code }) => encodeURIComponent(`${system}|${code}`))
    .join(',');
}
