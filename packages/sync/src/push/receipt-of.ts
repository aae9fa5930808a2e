import type { Receipt } from '@ehch/clinical';
import { textAt } from '@ehch/fhir';
import type { Acknowledgement, OutboxEntry, Store } from '@ehch/store';
import type { PushPorts } from './context.ts';
import { mergedWith } from './merged-with.ts';

/**
 * What is true of an intent at present. `null`: it was never kept here, or its trace of 30 days has gone.
 * `sent` says that the server has it, and never that a person has seen it.
 */
export async function receiptOf(
  { store, timing }: Pick<PushPorts, 'store' | 'timing'>,
  intent: string,
): Promise<Receipt | null> {
  const entry = (await store.outbox.entries()).find(
    ({ intent: own, operation }) =>
      own === intent ||
      operation?.joined?.includes(intent) === true ||
      // A person has put another in its place. What is on the screen of the first author follows that one.
      operation?.resolves?.intent === intent,
  );
  if (entry !== undefined) return receiptOfEntry(entry, store.lasts, new Date(timing.now()).toISOString());
  const acknowledgement =
    (await store.outbox.acknowledgement(intent)) ?? (await acceptedInItsPlace(store, intent));
  if (acknowledgement !== null) {
    const { at, isDeleted } = acknowledgement;
    const merged = mergedWith(acknowledgement.merged);
    return { state: 'sent', at, ...(isDeleted && { isDeleted }), ...(merged && { merged }) };
  }
  const givenUp = await store.outbox.givenUp(intent);
  // Under the same intent it went into another database, where its receipt is.
  if (givenUp === null || givenUp.replacedBy === intent) return null;
  const { replacedBy, at, by, why } = givenUp;
  // Each goes on under a new intent, so this comes to an end.
  return replacedBy === null ? { state: 'given-up', at, by, why } : receiptOf({ store, timing }, replacedBy);
}

/** What was accepted in place of an intent still says which intent it was about. */
async function acceptedInItsPlace(
  { outbox }: Pick<Store, 'outbox'>,
  intent: string,
): Promise<Acknowledgement | null> {
  const accepted = await outbox.acknowledgements();
  return accepted.find(({ about }) => textAt(about, 'id') === intent) ?? null;
}

function receiptOfEntry(entry: OutboxEntry, lasts: Store['lasts'], now: string): Receipt {
  const last = entry.sent.at(-1)?.at ?? entry.operation?.pressedAt ?? now;
  switch (entry.state) {
    case 'sending':
      return { state: 'unknown', since: last, isBeingSent: true };
    case 'unknown':
      return { state: 'unknown', since: last };
    case 'conflict':
    case 'rejected':
    case 'held':
      return { state: 'refused', at: last, why: whyOf(entry) };
    case 'queued':
    case 'wait-auth':
    case 'wait-dependency':
      return lasts === 'memory'
        ? { state: 'held-in-memory' }
        : { state: 'saved-on-device', at: entry.operation?.pressedAt ?? last };
  }
}

function whyOf({ problem, state }: OutboxEntry): string {
  if (problem?.kind === 'conflict')
    return problem.theirs === null
      ? 'Somebody has deleted the record meanwhile. Your change is kept.'
      : 'Somebody has changed the record meanwhile. Both versions are kept for you to decide.';
  if (problem?.outcome) return problem.outcome;
  return state === 'held' ? 'You may no longer write this.' : 'The server did not accept this.';
}
