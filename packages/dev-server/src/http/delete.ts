import type { Answer, Call, ServerContext } from './call.ts';
import { checkConditions } from './update.ts';
import { claimOf, versionHeaders } from './versions.ts';

/** `DELETE [base]/[type]/[id]`. Deleting a resource that has already gone is not a failure. */
export function remove(context: ServerContext, call: Call): Answer {
  const newest = context.repository.newest(call.type, call.id);
  checkConditions(call, newest);
  if (!newest?.json) return { status: 204, ...(newest ? { headers: versionHeaders(newest) } : {}) };
  return {
    status: 204,
    headers: versionHeaders(context.repository.remove(call.type, call.id, claimOf(call))),
  };
}
