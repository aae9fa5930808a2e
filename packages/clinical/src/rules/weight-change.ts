import type { Caution } from '../recorded.ts';
import type { Measurement } from '../resident/measurements.ts';
import { daysBetween } from '../time/civil-date.ts';
import { civilDayOf } from '../time/partial-date.ts';

/** [P] Screening for malnutrition looks at unplanned loss over three to six months; some days either way. */
const FROM_DAYS = 80;
const TO_DAYS = 200;
const DAYS_IN_A_MONTH = 30.44;

export interface WeightChange {
  readonly latest: Measurement;
  readonly before: Measurement;
  /** In the unit of both, to one decimal place. Negative: lost. */
  readonly difference: number;
  /** Of the earlier weight, to one decimal place. Negative: lost. */
  readonly percent: number;
  /** Whole months between the two days, 3 to 7. */
  readonly months: number;
}

/** A weight that may be another number than it says makes no change: 154 kg that were pounds would be a loss of half. */
const DOUBTED: readonly Caution[] = [
  'unknown-modifier',
  'implausible',
  'unit-conflict',
  'contradicts-itself',
  'future-dated',
];

/**
 * How the latest weight differs from the one three to six months before. `null` where there is no such pair with full
 * dates in the same unit, or the latest is in doubt. It adjusts nothing for oedema or amputation.
 * @param weights Newest first. Those dated in the future are left out.
 */
export function weightChange(weights: readonly Measurement[]): WeightChange | null {
  const [latest, ...earlier] = weights.filter(({ cautions }) => !cautions.includes('future-dated'));
  const now = civilDayOf(latest?.on ?? null);
  if (latest === undefined || now === null || isDoubted(latest)) return null;
  for (const before of earlier) {
    if (isDoubted(before)) continue;
    const day = civilDayOf(before.on);
    const days = day === null ? 0 : daysBetween(day, now);
    if (before.unit !== latest.unit || !(before.value > 0) || days < FROM_DAYS || days > TO_DAYS) continue;
    return {
      latest,
      before,
      difference: oneDecimal(latest.value - before.value),
      percent: oneDecimal(((latest.value - before.value) / before.value) * 100),
      months: Math.round(days / DAYS_IN_A_MONTH),
    };
  }
  return null;
}

function isDoubted({ cautions }: Measurement): boolean {
  return cautions.some((caution) => DOUBTED.includes(caution));
}

function oneDecimal(n: number): number {
  return Math.round(n * 10) / 10;
}
