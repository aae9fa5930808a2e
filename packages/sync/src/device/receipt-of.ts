import type { Receipt } from '@ehch/clinical';
import type { OutboxEntry, Store } from '@ehch/store';

/** The truth about an intent; `null`: it is not known here. Only `seen` and `answered`, which come back in Tasks, say more. */
export async function receiptOf({ outbox, lasts }: Store, intent: string): Promise<Receipt | null> {
  const accepted = await outbox.acknowledgement(intent);
  if (accepted !== null) return { state: 'sent', at: accepted.at };
  const entry = (await outbox.entries()).find((one) => one.intent === intent);
  return entry === undefined ? null : receiptOfEntry(entry, lasts);
}

function receiptOfEntry({ state, operation, sent, problem }: OutboxEntry, lasts: Store['lasts']): Receipt {
  const at = operation?.pressedAt ?? '';
  if (state === 'unknown' || state === 'sending') {
    const [last] = sent.toReversed();
    return { state: 'unknown', since: last?.at ?? at };
  }
  if (state === 'rejected')
    return {
      state: 'refused',
      at: sent.at(-1)?.at ?? at,
      why:
        problem?.kind === 'refused' ? `the server refused it (${problem.status})` : 'the server refused it',
    };
  return lasts === 'memory' ? { state: 'held-in-memory' } : { state: 'saved-on-device', at };
}
