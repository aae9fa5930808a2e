import { cprCodes, observationCodes, type ResourceType } from '@ehch/fhir';

/**
 * What is asked of the server for one resident: one question for each kind of resource, so that a kind which
 * fails, hangs or is refused leaves the others usable.
 */
export function queries(patient: string): readonly Query[] {
  const id = encodeURIComponent(patient);
  return [
    { kind: 'Patient', path: `Patient/${id}`, single: true },
    ...SEARCHES.map(([kind, more = '']) => ({
      kind,
      path: `${kind}?patient=${id}&_count=${PAGE}${more}`,
      ...BY_CODE[kind]?.(`${kind}?patient=${id}&_count=${PAGE}${more}`),
    })),
  ];
}

/** What decides about the others comes first. */
const SEARCHES: readonly (readonly [kind: ResourceType, more?: string])[] = [
  ['Flag'],
  ['Consent'],
  ['AllergyIntolerance'],
  ['DocumentReference'],
  ['Task'],
  ['Communication'],
  ['Observation', '&_sort=-date'],
  ['MedicationStatement', '&_include=MedicationStatement:medication'],
  ['MedicationRequest', '&_include=MedicationRequest:medication'],
  ['Condition'],
  ['CarePlan'],
  ['Goal'],
  ['CareTeam', '&_include=CareTeam:participant'],
  ['RelatedPerson'],
  ['Encounter', '&_include=Encounter:location&_sort=-date'],
  ['EpisodeOfCare'],
  ['Immunization'],
  ['QuestionnaireResponse'],
  ['ServiceRequest'],
  ['Procedure'],
];

/**
 * Kinds of which a record holds hundreds, and a view shows what has certain codes. A decision about CPR may stand in an
 * order or a procedure alone; a directive of hers about any treatment is asked for by its intent.
 */
const BY_CODE: { readonly [K in ResourceType]?: (path: string) => Pick<Query, 'anyOf' | 'also'> } = {
  Observation: (path) => ({ anyOf: codeIn(observationCodes()), also: `${path}&category=${IN_WORDS}` }),
  ServiceRequest: (path) => ({ anyOf: codeIn(cprCodes()), also: `${path}&intent=directive` }),
  Procedure: () => ({ anyOf: codeIn(cprCodes()) }),
};

export interface Query {
  readonly kind: ResourceType;
  readonly path: string;
  /** A parameter with many alternatives, unescaped. The list may be too long for one address. */
  readonly anyOf?: { readonly name: string; readonly values: readonly string[] };
  /** A second question of the same kind. Without its answer the first is still true, but not all there is. */
  readonly also?: string;
  /** A read of one resource, not a search. */
  readonly single?: true;
}

const PAGE = 200;

/**
 * Categories in which homes write what has no code that we could ask for: where she wants to die, how she moves
 * (R4 observation-category). Laboratory and vital signs are many, and are asked for by code alone.
 */
const IN_WORDS = ['social-history', 'survey', 'exam', 'therapy', 'activity'].join(',');

function codeIn(codes: ReturnType<typeof observationCodes>): NonNullable<Query['anyOf']> {
  return { name: 'code', values: codes.map(({ system, code }) => `${system}|${code}`) };
}
