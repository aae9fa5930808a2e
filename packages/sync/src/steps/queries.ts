import { cprCodes, observationCodes, type ResourceType } from '@ehch/fhir';

/** One search, or one read, of a resident's record. */
export interface Query {
  readonly kind: ResourceType;
  readonly path: string;
  /** A parameter with many alternatives, unescaped. The list may be too long for one address. */
  readonly anyOf?: AnyOf;
  /** Further searches of the same kind. If one fails, the first answer still holds, but it is not the whole. */
  readonly also?: readonly string[];
  /** A read of one resource, not a search. */
  readonly single?: true;
}

interface AnyOf {
  readonly name: string;
  readonly values: readonly string[];
}

/** One search of a home's pull, for many residents at once. Together the feeds ask for what {@link queries} ask for. */
export interface Feed {
  /** The name of its checkpoint. */
  readonly name: string;
  readonly kind: ResourceType;
  /** The parameter that names the residents. */
  readonly by: '_id' | 'patient';
  /** Further parameters, each with its `&`. */
  readonly more: string;
  readonly anyOf?: AnyOf;
}

/** Entries on a page. */
export const PAGE = 200;
/** Entries on a page of a home's first load, where nobody waits for the first of them. A server may give fewer. */
export const LOAD_PAGE = 1000;

/**
 * Categories in which homes record facts without a code, such as mobility or the preferred place of death (R4
 * observation-category). Laboratory results and vital signs are many, so they are asked for by code only.
 */
const IN_WORDS = ['social-history', 'survey', 'exam', 'therapy', 'activity'].join(',');

interface Search {
  readonly kind: ResourceType;
  readonly include?: string;
  readonly sort?: string;
  readonly anyOf?: AnyOf;
  readonly also?: readonly string[];
}

/**
 * The kinds that decide about the others come first: Consent decides whether anything may be shown.
 *
 * Of some kinds a record holds hundreds, while a view shows only certain codes. A decision about CPR may stand only in a
 * ServiceRequest or a Procedure. A resident's directive about any treatment has the intent `directive` (R4
 * RequestIntent). A clinician's ban has no search of its own (R4 cannot search for `doNotPerform`), so all orders in force are
 * asked for. A List says what no record says: that a part is withheld or unavailable, or that there is nothing.
 */
const SEARCHES: readonly Search[] = [
  { kind: 'Flag' },
  { kind: 'Consent' },
  { kind: 'AllergyIntolerance' },
  { kind: 'List' },
  { kind: 'DocumentReference' },
  { kind: 'Task' },
  { kind: 'Communication' },
  {
    kind: 'Observation',
    sort: '&_sort=-date',
    anyOf: codeIn(observationCodes()),
    also: [`&category=${IN_WORDS}`],
  },
  { kind: 'MedicationStatement', include: '&_include=MedicationStatement:medication' },
  { kind: 'MedicationRequest', include: '&_include=MedicationRequest:medication' },
  { kind: 'Condition' },
  { kind: 'CarePlan' },
  { kind: 'Goal' },
  { kind: 'CareTeam', include: '&_include=CareTeam:participant' },
  { kind: 'RelatedPerson' },
  { kind: 'Encounter', include: '&_include=Encounter:location', sort: '&_sort=-date' },
  { kind: 'EpisodeOfCare' },
  { kind: 'Immunization' },
  { kind: 'QuestionnaireResponse' },
  {
    kind: 'ServiceRequest',
    anyOf: codeIn(cprCodes()),
    also: ['&intent=directive', '&status=active,on-hold'],
  },
  { kind: 'Procedure', anyOf: codeIn(cprCodes()) },
];

/**
 * The searches for one resident: one for each kind of resource. A kind that fails, hangs or is refused leaves the
 * others usable.
 */
export function queries(patient: string): readonly Query[] {
  const id = encodeURIComponent(patient);
  return [
    { kind: 'Patient', path: `Patient/${id}`, single: true },
    ...SEARCHES.map(({ kind, include = '', sort = '', anyOf, also }) => {
      const path = `${kind}?patient=${id}&_count=${PAGE}${include}${sort}`;
      return {
        kind,
        path,
        ...(anyOf && { anyOf }),
        ...(also && { also: also.map((more) => `${path}${more}`) }),
      };
    }),
  ];
}

/** The searches of a home's pull. Each has a checkpoint of its own. */
export const FEEDS: readonly Feed[] = [
  { name: 'Patient', kind: 'Patient', by: '_id', more: '' },
  ...SEARCHES.flatMap(({ kind, include = '', anyOf, also = [] }): readonly Feed[] => {
    const feed = { kind, by: 'patient', more: include } as const;
    const first = { ...feed, name: kind, ...(anyOf && { anyOf }) };
    return [first, ...also.map((more) => ({ ...feed, name: `${kind}${more}`, more: `${include}${more}` }))];
  }),
];

function codeIn(codes: ReturnType<typeof observationCodes>): AnyOf {
  return { name: 'code', values: codes.map(({ system, code }) => `${system}|${code}`) };
}
