import type { Instant } from '@ehch/clinical/time';
import type { Operation, OperationAuthor, OutboxEntry, Store } from '@ehch/store';
import { isForTaking } from '../actions/status.ts';
import { withAuthor } from '../push/marks.ts';

/**
 * What builds on one another among the work of nobody, in the order of the presses. It is decided together: an assessment
 * without its "taken back" would be half of what was said.
 */
export function chainOf(entries: readonly OutboxEntry[], intent: string): readonly OutboxEntry[] {
  const open = entries.filter(isForTaking);
  const chain = new Set([intent]);
  for (let before = 0; before < chain.size;) {
    before = chain.size;
    for (const { intent: own, operation } of open) {
      const others = operation?.dependsOn ?? [];
      if (chain.has(own)) for (const other of others) chain.add(other);
      else if (others.some((other) => chain.has(other))) chain.add(own);
    }
  }
  return open.filter((entry) => chain.has(entry.intent)).toSorted((one, other) => one.n - other.n);
}

/** An operation of nobody as that of the person who takes it over. Its intent stays, so that it can arrive only once. */
export function takenOver(operation: Operation, author: OperationAuthor, at: Instant): Operation {
  return {
    ...operation,
    author,
    takenOver: { from: operation.author, at },
    // The marker names both: whose name is on the form, and who answers for it.
    parts: operation.parts.map((part) =>
      part.op === 'create' && part.id === operation.intent && part.type === 'Provenance'
        ? { ...part, body: withAuthor(part.body, author) }
        : part,
    ),
  };
}

/** What becomes of an entry that leaves the database of nobody. */
export interface Leaving {
  readonly at: Instant;
  /** The subject of the sign-in, and the person's name. */
  readonly by: string;
  readonly name: string;
  readonly why: string;
}

/**
 * Moves an entry into another database. It is kept there before it leaves here, so a crash in between leaves it in both. The
 * next try finds its intent known there, and only takes it away here.
 */
export async function moveEntry(
  from: Store,
  to: Store,
  entry: OutboxEntry,
  operation: Operation,
  leaving: Leaving,
) {
  await to.outbox.enqueue(operation);
  await from.outbox.change(entry.n, [entry.state], null, {
    kind: 'discard',
    ...leaving,
    replacedBy: operation.intent,
  });
}
