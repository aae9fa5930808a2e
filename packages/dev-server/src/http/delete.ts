import type { Answer, Call, ServerContext } from './call.ts';
import { checkConditions } from './if-match.ts';
import { refuseIfReferred } from './integrity.ts';
import { operationOutcome } from './outcome.ts';
import { versionHeaders } from './versions.ts';
import { termsOf } from './write-terms.ts';

/** `DELETE [base]/[type]/[id]`. Deleting a resource that has already gone is not a failure. */
export function remove(context: ServerContext, call: Call): Answer {
  const { repository, traits } = context;
  const newest = repository.newest(call.type, call.id);
  checkConditions(context, call, newest);
  if (newest?.json && traits.integrity === 'checked') refuseIfReferred(context, call.type, call.id);
  const version = newest?.json ? repository.remove(call.type, call.id, termsOf(context, call)) : newest;
  const headers = version && traits.deletedEtag ? versionHeaders(version) : {};
  if (traits.deletionStatus === 204) return { status: 204, headers };
  return { status: 200, headers, resource: operationOutcome('information', 'informational', 'Deleted.') };
}
