import { cprCodes, observationCodes, type ResourceType } from '@ehch/fhir';

/**
 * The searches for one resident: one for each kind of resource. A kind that fails, hangs or is refused leaves the
 * others usable.
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

/** The kinds that decide about the others come first: Consent decides whether anything may be shown. */
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
 * Kinds of which a record holds hundreds, while a view shows only certain codes. A decision about CPR may stand only
 * in a ServiceRequest or a Procedure. A resident's directive about any treatment has the intent `directive` (R4
 * RequestIntent).
 */
const BY_CODE: { readonly [K in ResourceType]?: (path: string) => Pick<Query, 'anyOf' | 'also'> } = {
  Observation: (path) => ({ anyOf: codeIn(observationCodes()), also: `${path}&category=${IN_WORDS}` }),
  ServiceRequest: (path) => ({ anyOf: codeIn(cprCodes()), also: `${path}&intent=directive` }),
  Procedure: () => ({ anyOf: codeIn(cprCodes()) }),
};

/** One search, or one read, of a resident's record. */
export interface Query {
  readonly kind: ResourceType;
  readonly path: string;
  /** A parameter with many alternatives, unescaped. The list may be too long for one address. */
  readonly anyOf?: { readonly name: string; readonly values: readonly string[] };
  /** A second search of the same kind. If it fails, the first answer still holds, but it is not the whole. */
  readonly also?: string;
  /** A read of one resource, not a search. */
  readonly single?: true;
}

/** Entries on a page. */
const PAGE = 200;

/**
 * Categories in which homes record facts without a code, such as mobility or the preferred place of death (R4
 * observation-category). Laboratory results and vital signs are many, so they are asked for by code only.
 */
const IN_WORDS = ['social-history', 'survey', 'exam', 'therapy', 'activity'].join(',');

function codeIn(codes: ReturnType<typeof observationCodes>): NonNullable<Query['anyOf']> {
  return { name: 'code', values: codes.map(({ system, code }) => `${system}|${code}`) };
}
