import type { Operation, OperationPart } from '@ehch/store';
import { decideEdits } from '../conflicts/decide-edits.ts';

/**
 * The operation with one part for each resource (SPEC P1). Sent one by one, the mark of a first part would count as that of
 * a second; in a transaction the server refuses two. The same operation: it is so already. `null`: the parts do not fit
 * each other.
 */
export function onePartEach(operation: Operation): Operation | null {
  const parts = new Map<string, OperationPart>();
  for (const part of operation.parts) {
    const address = `${part.type}/${part.id}`;
    const before = parts.get(address);
    const joined = before === undefined ? part : joinedParts(before, part);
    if (joined === null) return null;
    parts.set(address, joined);
  }
  return parts.size === operation.parts.length ? operation : { ...operation, parts: [...parts.values()] };
}

/** What two parts do one after the other. Edits may build on each other: each is judged on what those before it made. */
function joinedParts(first: OperationPart, second: OperationPart): OperationPart | null {
  if (second.op === 'create') return null;
  if (first.op === 'update') return { ...first, edits: [...first.edits, ...second.edits] };
  const decision = decideEdits(second.edits, first.body);
  if (decision.state === 'conflict') return null;
  return decision.state === 'safe' ? { ...first, body: decision.body } : first;
}
