import { civilDayOf, daysBetween, formatDate, formatQuantity } from '@ehch/clinical';
import type { Measurement } from '@ehch/clinical';

/** [P] Screening for malnutrition looks at unplanned loss over three to six months; some days either way. */
const FROM_DAYS = 80;
const TO_DAYS = 200;

/**
 * How the latest weight differs from the one three to six months before: `-2.4 kg (-4.7 %) since 20-Jul-2026`.
 * `null` where there is no such pair with full dates in the same unit. It adjusts nothing for oedema or amputation.
 */
export function weightChange([latest, ...earlier]: readonly Measurement[]): string | null {
  const now = civilDayOf(latest?.on ?? null);
  if (latest === undefined || now === null) return null;
  const before = earlier.find((one) => {
    const day = civilDayOf(one.on);
    if (day === null || one.unit !== latest.unit || !(one.value > 0)) return false;
    const days = daysBetween(day, now);
    return days >= FROM_DAYS && days <= TO_DAYS;
  });
  if (before === undefined) return null;
  const difference = Math.round((latest.value - before.value) * 10) / 10;
  const percent = Math.round(((latest.value - before.value) / before.value) * 1000) / 10;
  const sign = difference > 0 ? '+' : '';
  return `${sign}${formatQuantity(difference, latest.unit)} (${sign}${percent} %) since ${formatDate(before.on)}`;
}
