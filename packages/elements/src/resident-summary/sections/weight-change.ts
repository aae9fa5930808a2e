import { formatDate, formatQuantity, weightChange as changeOf } from '@ehch/clinical';
import type { Measurement } from '@ehch/clinical';

/** How the latest weight differs from the one three to six months before: `-2.4 kg (-4.7 %) since 20-Jul-2026`. */
export function weightChange(weights: readonly Measurement[]): string | null {
  const change = changeOf(weights);
  if (change === null) return null;
  const { latest, before, difference, percent } = change;
  const sign = difference > 0 ? '+' : '';
  return `${sign}${formatQuantity(difference, latest.unit)} (${sign}${percent} %) since ${formatDate(before.on)}`;
}
