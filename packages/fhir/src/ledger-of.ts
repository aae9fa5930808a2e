import type { WithheldReason } from '@ehch/clinical';
import { textAt } from './entry.ts';
import type { Account, AccountRow, LedgerEntry, LedgerOutcome } from './ledger.ts';

/** What became of each resource. Call this after every section has been made. */
export function ledgerOf(account: Account, withheld: WithheldReason | null): readonly LedgerEntry[] {
  return account.rows.map((row) => ({
    type: textAt(row.entry.resource, 'resourceType') ?? 'unknown',
    id: textAt(row.entry.resource, 'id'),
    outcome: row.outcome ?? outcomeOf(row, account, withheld),
  }));
}

function outcomeOf(
  { held, isSupport }: AccountRow,
  { shown, marks }: Account,
  withheld: WithheldReason | null,
): LedgerOutcome {
  const places = held === null ? [] : [...(shown.get(held) ?? [])];
  // A withheld record shows identity alone, whatever else its sections took.
  const sections = places.filter((name) => withheld === null || name === 'identity');
  if (sections.length > 0) return { state: 'shown', sections };
  const mark = held === null ? undefined : marks.get(held);
  const aside = isSupport ? 'supporting' : withheld !== null ? 'withheld' : 'no-section';
  return mark ?? { state: 'set-aside', why: aside };
}
