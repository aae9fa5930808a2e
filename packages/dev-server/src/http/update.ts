import { Refusal } from '../refusal.ts';
import type { Version } from '../repository/version.ts';
import { isLegalId, type FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { checkConditions } from './if-match.ts';
import { refuseMissingTargets } from './integrity.ts';
import { withStoredLabels } from './labels.ts';
import { sameContent } from './same-content.ts';
import { parseResource } from './versions.ts';
import { termsOf } from './write-terms.ts';
import { bodyResource, written } from './written.ts';

/** `PUT [base]/[type]/[id]`, also for a new id that the client chose. */
export function update(context: ServerContext, call: Call): Answer {
  const resource = bodyResource(call);
  if (!isLegalId(call.id)) throw new Refusal(400, 'value', 'The id in the address is not a legal FHIR id.');
  if (resource.id !== call.id)
    throw new Refusal(400, 'invalid', 'The id of the body is not the id in the address.');
  const newest = context.repository.newest(call.type, call.id);
  if (!newest) refuseClientId(context, call);
  checkConditions(context, call, newest);
  return store(context, call, resource, newest);
}

/** Stores the new content of a resource under the call's id, after its conditions were checked. */
export function store(
  context: ServerContext,
  call: Call,
  resource: FhirResource,
  newest: Version | undefined,
): Answer {
  const { repository, traits } = context;
  const stored = newest?.json ? parseResource(newest) : null;
  const labelled =
    stored && traits.labels === 'merged'
      ? withStoredLabels(resource, stored, call.headers['x-meta-snapshot-mode'])
      : resource;
  if (traits.integrity === 'checked') refuseMissingTargets(context, labelled);
  // The same content makes no new version, so that a client can safely repeat an unanswered PUT.
  if (newest && stored && traits.identicalPut === 'no-version' && sameContent(stored, labelled)) {
    return written(context, call, 200, newest);
  }
  const version = repository.write(stamped(context, labelled), call.id, 'PUT', termsOf(context, call));
  return written(context, call, stored ? 200 : 201, version);
}

/** Marks the source with the request, as HAPI does. */
export function stamped({ traits, random }: ServerContext, resource: FhirResource): FhirResource {
  if (!traits.stampsSource) return resource;
  const source = resource.meta?.['source'];
  const own = typeof source === 'string' ? source.replace(/#.*$/s, '') : '';
  const mark = random().toString(36).slice(2, 10);
  return { ...resource, meta: { ...resource.meta, source: `${own}#${mark}` } };
}

function refuseClientId({ traits }: ServerContext, { type, id }: Call): void {
  if (traits.clientIds === 'none') throw new Refusal(404, 'not-found', `There is no such ${type}.`);
  if (traits.clientIds === 'not-numeric' && /^\d+$/.test(id)) {
    throw new Refusal(400, 'processing', 'The server does not accept a client id of digits only.');
  }
}
