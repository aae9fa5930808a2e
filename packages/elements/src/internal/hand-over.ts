import type { CareActions, CareIntent, Receipt } from '@ehch/clinical';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { frozen } from './frozen.ts';
import { isUnheard } from './trouble-words.ts';
import { withinDeadline } from './within-deadline.ts';

/** What came of handing something over, as the sessions take it. */
export type HandedOver =
  | { readonly kind: 'enqueued'; readonly receipt: Receipt }
  | { readonly kind: 'enqueue-failed' | 'enqueue-silent' };

/** Hands an intent to its port and tells what came of it. A failure stands on screen beside its press, and nowhere else. */
export function handOver(
  port: CareActions | null,
  intent: CareIntent,
  tell: (came: HandedOver) => void,
): Promise<void> {
  const ask = async () => (await port?.enqueue(frozen(intent))) ?? null;
  return withinDeadline(ask, (got) => {
    if ('error' in got) tell({ kind: isUnheard(got.error) ? 'enqueue-silent' : 'enqueue-failed' });
    // A port that gives no receipt has taken nothing over.
    else if (got.value === null) tell({ kind: 'enqueue-failed' });
    else tell({ kind: 'enqueued', receipt: got.value });
  });
}

/** Watches what becomes of an intent that was taken over. */
export function watchHandedOver(
  port: CareActions | null,
  intent: string,
  tell: (receipt: Receipt) => void,
  signal: AbortSignal,
): void {
  try {
    port?.watchReceipt(intent, tell, signal);
  } catch (error) {
    // It was taken over all the same. What is not told any more is only what becomes of it.
    reportCaught(error, 'elements/receipt');
  }
}
