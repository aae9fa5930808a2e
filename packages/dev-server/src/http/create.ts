import { Refusal } from '../refusal.ts';
import type { FhirResource } from '../resource.ts';
import type { Answer, Call, ServerContext } from './call.ts';
import { termsOf } from './conditions.ts';
import { refuseMissingTargets } from './integrity.ts';
import { onlyMatch } from './only-match.ts';
import { stamped } from './update.ts';
import { bodyResource, written } from './written.ts';

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

function createUnlessKnown(context: ServerContext, call: Call, resource: FhirResource): Answer {
  const { repository, traits } = context;
  const condition = traits.ifNoneExist === 'honoured' ? call.headers['if-none-exist'] : undefined;
  const existing =
    condition === undefined ? null : onlyMatch(context, call.type, condition, traits.conditionalCreateRaceMs);
  if (existing) return written(context, call, 200, existing);
  if (traits.integrity === 'checked') refuseMissingTargets(context, resource);
  const id = repository.newId();
  return written(
    context,
    call,
    201,
    repository.write(stamped(context, resource), id, 'POST', termsOf(context, call)),
  );
}

/** The key of a create that may be repeated. @throws {Refusal} 400 if it is no UUID */
function idempotencyKey({ traits }: ServerContext, call: Call): string | null {
  const key = traits.idempotencyHeader === null ? undefined : call.headers[traits.idempotencyHeader];
  if (key === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return `${call.type} ${key}`;
  throw new Refusal(400, 'value', 'The idempotency key is not a UUID.');
}
