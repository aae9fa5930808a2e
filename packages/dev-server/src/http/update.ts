import type { Version } from '../repository/dev-repository.ts';
import { Refusal } from '../refusal.ts';
import { isLegalId, type FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { claimOf, names, parseResource, versionHeaders } from './versions.ts';
import { bodyResource, written } from './written.ts';

/** `PUT [base]/[type]/[id]`, also for a new id that the client chose. */
export function update(context: ServerContext, call: Call): Answer {
  const resource = bodyResource(call);
  if (!isLegalId(call.id)) throw new Refusal(400, 'value', 'The id in the address is not a legal FHIR id.');
  if (resource.id !== call.id)
    throw new Refusal(400, 'invalid', 'The id of the body is not the id in the address.');
  const newest = context.repository.newest(call.type, call.id);
  checkConditions(call, newest);
  // The same content makes no new version, so that a client can safely repeat an unanswered PUT.
  if (newest?.json && sameContent(parseResource(newest), resource))
    return written(context, call, 200, newest);
  const version = context.repository.write(resource, call.id, 'PUT', claimOf(call));
  return written(context, call, newest?.json ? 200 : 201, version);
}

/** Checks `If-Match` and `If-None-Match` of a write. @throws {Refusal} 412 if a condition fails */
export function checkConditions(call: Call, newest: Version | undefined): void {
  const match = call.headers['if-match'];
  const noneMatch = call.headers['if-none-match'];
  const fails =
    (match !== undefined && !names(match, newest)) || (noneMatch !== undefined && names(noneMatch, newest));
  if (!fails) return;
  throw new Refusal(
    412,
    'conflict',
    'The version on the server is not the one that the condition names.',
    newest ? versionHeaders(newest) : {},
  );
}

function sameContent(stored: FhirResource, sent: FhirResource): boolean {
  return canonical(withoutServerMeta(stored)) === canonical(withoutServerMeta(sent));
}

function withoutServerMeta(resource: FhirResource): unknown {
  const { versionId: _versionId, lastUpdated: _lastUpdated, ...meta } = resource.meta ?? {};
  return { ...resource, meta };
}

/** JSON with sorted properties, because their order carries no meaning. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
