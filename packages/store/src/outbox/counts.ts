import type { OutboxCounts, OutboxState } from './outbox.ts';

/** Counts from what needs no key (SPEC K6). */
export function countsOf(
  rows: readonly { readonly state: OutboxState; readonly isEscalation: boolean }[],
): OutboxCounts {
  const byState: Partial<Record<OutboxState, number>> = {};
  for (const { state } of rows) byState[state] = (byState[state] ?? 0) + 1;
  return { total: rows.length, escalations: rows.filter((row) => row.isEscalation).length, byState };
}
