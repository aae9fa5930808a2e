import type { OutboxCounts, OutboxState } from './outbox.ts';

/** The plain columns of a row. `isOfHome`: an escalation or an audit event, under the home's key. */
export interface CountedRow {
  readonly state: OutboxState;
  readonly isEscalation: boolean;
  readonly isOfHome: boolean;
}

/** Counts from what needs no key (SPEC K6). `accepted`: how many acknowledgements lie beside the rows. */
export function countsOf(accepted: number, rows: readonly CountedRow[]): OutboxCounts {
  const audits = rows.filter(isAudit);
  return {
    total: rows.length,
    escalations: rows.filter((row) => row.isEscalation).length,
    audits: audits.length,
    byState: statesOf(rows.filter((row) => !isAudit(row))),
    auditsByState: statesOf(audits),
    accepted,
  };
}

function statesOf(rows: readonly CountedRow[]): OutboxCounts['byState'] {
  const counted: Partial<Record<OutboxState, number>> = {};
  for (const { state } of rows) counted[state] = (counted[state] ?? 0) + 1;
  return counted;
}

function isAudit({ isOfHome, isEscalation }: CountedRow): boolean {
  return isOfHome && !isEscalation;
}
