import { EhchError } from '@ehch/clinical';
import { isObject, listAt, textAt, type JsonObject } from '../../entry.ts';
import { createPart } from './finish-assessment.ts';
import type { JsonValue, WrittenEdit, WrittenPart } from './operation.ts';

const MISTAKEN = 'entered-in-error';
const ROLES = 'http://terminology.hl7.org/CodeSystem/provenance-participant-type';
/** HL7 v3 DataOperation: the record is to be treated as though it had never existed. */
const NULLIFY = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  code: 'NULLIFY',
  display: 'nullify',
};
/** The only profile that we claim in which a status other than `final` may stand. */
const ANY_STATUS = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation';

/** Types of the kit's own resources that have a status to change. A Provenance stays as it is: it says what happened. */
const WITH_STATUS: ReadonlySet<string> = new Set(['QuestionnaireResponse', 'Observation']);

export interface ErrorWriting {
  readonly intent: string;
  readonly at: string;
  /** The resources that the assessment became, as the server last gave them. */
  readonly written: readonly JsonObject[];
  readonly reason: string;
  /** Who says so. */
  readonly by: { readonly reference?: string; readonly display: string };
}

/**
 * Everything that an assessment became is marked as entered in error, and nothing is deleted. The Provenance says who did
 * it and why; its id is that of the intent, so it is the marker.
 * @throws {EhchError} `bad-argument` if there is nothing to mark: the caller does not have the resources
 */
export function errorParts({ intent, at, written, reason, by }: ErrorWriting): readonly WrittenPart[] {
  const marked = written.flatMap(markOf);
  if (marked.length === 0)
    throw new EhchError(
      'bad-argument',
      'Nothing of the assessment can be marked as entered in error. Give the resources that it became.',
    );
  const marker = {
    resourceType: 'Provenance',
    id: intent,
    target: marked.map(({ type, id }) => ({ reference: `${type}/${id}` })),
    recorded: at,
    reason: [{ text: reason }],
    activity: { coding: [NULLIFY] },
    agent: [{ type: { coding: [{ system: ROLES, code: 'author' }] }, who: { ...by } }],
  };
  return [...marked, createPart(marker)];
}

function markOf(resource: JsonObject): readonly WrittenPart[] {
  const [type, id, status] = ['resourceType', 'id', 'status'].map((key) => textAt(resource, key));
  if (!type || !id || !status || !WITH_STATUS.has(type)) return [];
  // Somebody has marked it already.
  if (status === MISTAKEN) return [];
  return [
    {
      op: 'update',
      type,
      id,
      edits: [{ path: ['status'], from: value(status), to: value(MISTAKEN) }, ...profileEdit(resource)],
      base: textAt(resource['meta'], 'versionId'),
    },
  ];
}

/**
 * The UK Core profiles of vital signs and of early warning scores fix the status `final`. A server that validates would
 * refuse the mark, and the mistake would stand. So a marked Observation claims only the general profile.
 */
function profileEdit({ meta }: JsonObject): readonly WrittenEdit[] {
  const profiles = isObject(meta) ? listAt(meta, 'profile').filter(isText) : [];
  const ukCore = profiles.filter((profile) => profile.startsWith(`${ANY_STATUS}-`));
  if (ukCore.length === 0) return [];
  const kept = profiles.filter((profile) => !ukCore.includes(profile) && profile !== ANY_STATUS);
  return [{ path: ['meta', 'profile'], from: value(profiles), to: value([...kept, ANY_STATUS]) }];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function value(of: JsonValue): WrittenEdit['from'] {
  return { is: 'value', value: of };
}
