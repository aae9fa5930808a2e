import { Refusal } from '../refusal.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { create } from './create.ts';
import { checkConditions } from './if-match.ts';
import { onlyMatch } from './only-match.ts';
import { update } from './update.ts';
import { bodyResource } from './written.ts';

/** `PUT [base]/[type]?…`: updates the only match, or creates: http://hl7.org/fhir/R4/http.html#cond-update */
export function conditionalUpdate(context: ServerContext, call: Call): Answer {
  const resource = bodyResource(call);
  const match = onlyMatch(context, call.type, String(call.query));
  if (!match) {
    checkConditions(context, call, undefined);
    if (resource.id === undefined)
      return create(context, { ...call, headers: without(call, 'if-none-exist') });
    return update(context, { ...call, id: resource.id });
  }
  if (resource.id !== undefined && resource.id !== match.id) {
    throw new Refusal(400, 'invalid', 'The id of the body is not the id of the match.');
  }
  // HAPI ignores a stale If-Match here.
  const headers = context.traits.staleMatch === 409 ? without(call, 'if-match') : call.headers;
  return update(context, { ...call, id: match.id, body: { ...resource, id: match.id }, headers });
}

function without(call: Call, header: string): Call['headers'] {
  return { ...call.headers, [header]: undefined };
}
