import type { Receipt } from '@ehch/clinical';
import type { Store } from '@ehch/store';

/** What an intent's receipt says where there is no server. It never says "sent" (SPEC N3). */
export function localReceipt(receipt: Receipt | null, lasts: Store['lasts']): Receipt | null {
  if (
    receipt?.state !== 'sent' &&
    receipt?.state !== 'saved-on-device' &&
    receipt?.state !== 'held-in-memory'
  )
    return receipt;
  if (lasts === 'memory' || receipt.state === 'held-in-memory')
    return { state: 'held-in-memory', server: 'none' };
  return { state: 'saved-on-device', at: receipt.at, server: 'none' };
}
