import { Refusal } from '../refusal.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { createUnlessKnown } from './conditional-create.ts';
import { bodyResource } from './written.ts';

/** `POST [base]/[type]`, with or without `If-None-Exist`. The server chooses the id. */
export function create(context: ServerContext, call: Call): Answer {
  const resource = bodyResource(call);
  const key = idempotencyKey(context, call);
  const first = key === null ? undefined : context.memory.creates.get(key);
  if (first) return { ...first, status: 409 };
  const answer = createUnlessKnown(context, call, resource);
  if (key !== null) context.memory.creates.set(key, answer);
  return answer;
}

/** The key of a create that may be repeated. @throws {Refusal} 400 if it is no UUID */
function idempotencyKey({ traits }: ServerContext, call: Call): string | null {
  const key = traits.idempotencyHeader === null ? undefined : call.headers[traits.idempotencyHeader];
  if (key === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return `${call.type} ${key}`;
  throw new Refusal(400, 'value', 'The idempotency key is not a UUID.');
}
