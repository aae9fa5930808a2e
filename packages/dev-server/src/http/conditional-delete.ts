import type { Answer, Call, ServerContext } from './call.ts';
import { remove } from './delete.ts';
import { onlyMatch } from './only-match.ts';

/** `DELETE [base]/[type]?…`: deletes the only match. Deleting nothing is not a failure. */
export function conditionalDelete(context: ServerContext, call: Call): Answer {
  const match = onlyMatch(context, call.type, String(call.query));
  return match ? remove(context, { ...call, id: match.id }) : { status: 204 };
}
