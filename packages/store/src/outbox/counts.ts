import type { OutboxCounts, OutboxState } from './outbox.ts';

/** The plain columns of a row. `isOfHome`: an escalation or an audit event, under the home's key. */
export interface CountedRow {
  readonly state: OutboxState;
  readonly isEscalation: boolean;
  readonly isOfHome: boolean;
}

/** Counts from what needs no key (SPEC K6). */
export function countsOf(rows: readonly CountedRow[]): OutboxCounts {
  const byState: Partial<Record<OutboxState, number>> = {};
  for (const { state } of rows.filter((row) => !isAudit(row))) byState[state] = (byState[state] ?? 0) + 1;
  return {
    total: rows.length,
    escalations: rows.filter((row) => row.isEscalation).length,
    audits: rows.filter(isAudit).length,
    byState,
  };
}

function isAudit({ isOfHome, isEscalation }: CountedRow): boolean {
  return isOfHome && !isEscalation;
}
