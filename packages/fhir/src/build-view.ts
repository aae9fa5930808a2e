import type { ResidentView } from '@ehch/clinical';
import type { BuildViewInput } from './build-view-input.ts';
import { completeView } from './computed/complete-view.ts';
import type { LedgerEntry } from './ledger.ts';
import { ledgerOf } from './ledger-of.ts';
import { openedRecord, readRecord } from './read-record.ts';

/**
 * Makes a resident's view from raw resources: what they say (`readRecord`), and what is computed from that.
 * The ledger says what became of every resource.
 */
export function buildView(input: BuildViewInput): {
  readonly view: ResidentView;
  readonly ledger: readonly LedgerEntry[];
} {
  const { view, account, withheld } = readRecord(input);
  return { view: completeView(view), ledger: ledgerOf(account, withheld) };
}

/**
 * The same view in two steps. The first has identity, agreed limits and allergies while the rest is loading.
 * The second is whole.
 */
export function buildViewInSteps(input: BuildViewInput): {
  readonly leading: ResidentView;
  whole(): ResidentView;
} {
  const record = openedRecord(input);
  return { leading: completeView(record.leading()), whole: () => completeView(record.whole().view) };
}
