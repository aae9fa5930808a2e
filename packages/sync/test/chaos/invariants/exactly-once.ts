import type { OperationPart } from '@ehch/store';
import { intentOfRequest, type ServedWrite } from '../served-request.ts';
import type { Broken, Invariant, MadeIntent, Observed } from './observed.ts';

/** I1: each intent has exactly one effect on the server, or is visible in the outbox. */
export const exactlyOnce: Invariant = (observed) =>
  observed.made
    .filter((made) => !isJoined(observed, made))
    .flatMap((made) => made.operation.parts.flatMap((part) => brokenBy(observed, made, part)));

function brokenBy(observed: Observed, made: MadeIntent, part: OperationPart): readonly Broken[] {
  const effects = part.op === 'create' ? copiesOf(observed, part) : changesBy(observed, made, part);
  const name = `${made.operation.intent}: ${part.type}/${part.id}`;
  if (effects > 1) return [{ invariant: 'I1', what: `doubled ${name}` }];
  if (effects === 0 && isAccepted(observed, made) && !isOffered(observed, made))
    return [{ invariant: 'I1', what: `lost ${name}` }];
  return [];
}

/** How many resources came of a create, without those that were taken back. */
function copiesOf({ served }: Observed, part: OperationPart): number {
  const writes = served.flatMap((request) => (request.by === 'outside' ? [] : request.writes));
  const copies = new Set(
    writes.filter((write) => isCopy(write, part)).map(({ type, id }) => `${type}/${id}`),
  );
  for (const write of writes) if (isTakenBack(write)) copies.delete(`${write.type}/${write.id}`);
  return copies.size;
}

function isCopy({ type, id, previous, previousDeleted, text }: ServedWrite, part: OperationPart): boolean {
  if (type !== part.type || text === null || (previous !== null && !previousDeleted)) return false;
  // A server that chooses the ids keeps ours as an identifier.
  return id === part.id || text.includes(`"value":"${part.id}"`);
}

function isTakenBack({ method, text }: ServedWrite): boolean {
  return method === 'DELETE' || text?.includes('"entered-in-error"') === true;
}

function changesBy({ served }: Observed, { operation }: MadeIntent, part: OperationPart): number {
  return served
    .filter((request) => request.by !== 'outside' && intentOfRequest(request) === operation.intent)
    .flatMap(({ writes }) => writes)
    .filter(({ type, id }) => type === part.type && id === part.id).length;
}

/** Its effect is that of the intent which carries it. */
function isJoined({ clients }: Observed, { client, operation }: MadeIntent): boolean {
  return clients.find(({ name }) => name === client)?.joinedInto.has(operation.intent) === true;
}

/** A restored server has lost it, and its author is asked what becomes of it. */
function isOffered({ clients }: Observed, { client, operation }: MadeIntent): boolean {
  return clients.find(({ name }) => name === client)?.offered.has(operation.intent) === true;
}

function isAccepted({ clients }: Observed, { client, operation }: MadeIntent): boolean {
  const own = clients.find(({ name }) => name === client);
  return own?.acknowledgements.some(({ intent }) => intent === operation.intent) === true;
}
