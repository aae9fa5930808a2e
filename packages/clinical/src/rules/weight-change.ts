import { decimal, minus, quotient, times } from '../instruments/exact-decimal.ts';
import type { Caution } from '../recorded.ts';
import type { Measurement } from '../resident/measurements.ts';
import { daysBetween } from '../time/civil-date.ts';
import { civilDayOf } from '../time/partial-date.ts';
import type { CivilDate } from '../time/types.ts';

/** [P] Screening for malnutrition looks at unplanned loss over three to six months, with some days of tolerance. */
const FROM_DAYS = 80;
const TO_DAYS = 200;
const DAYS_IN_A_MONTH = 30.44;

/**
 * [P] From here a change also counts over a shorter span: NICE CG32 counts a loss "within" three to six months, and CMS
 * (nursing homes, USA) calls 5 % in one month significant; both read in secondary sources. Clothes or another scale can
 * explain a smaller change.
 */
const RAPID_FROM_PERCENT = 5;

export interface WeightChange {
  readonly latest: Measurement;
  readonly before: Measurement;
  /** The difference in their common unit, to one decimal place. Negative means lost. */
  readonly difference: number;
  /** Per cent of the earlier weight, to one decimal place. Negative means lost. */
  readonly percent: number;
  /** The span between the two days: "18 days", and from three months on "5 months". */
  readonly span: string;
}

/** A doubtful weight makes no change: 154 recorded as kg but weighed in pounds would be a loss of half. */
const DOUBTED: readonly Caution[] = [
  'unknown-modifier',
  'implausible',
  'unit-conflict',
  'contradicts-itself',
  'contradicted',
  'future-dated',
  'before-birth',
  'after-death',
  'mistaken-in-words',
  'two-versions',
  'test-data',
];

/**
 * Compares the latest weight with the heaviest of three to six months before, or of the days since if the change is
 * rapid.
 * `null` if there is no such pair with full dates in the same unit, or if the latest is doubtful. It does not adjust
 * for oedema or amputation.
 *
 * It takes the heaviest, as the MUST calculator of NHS Scotland (Right Decisions) asks: a newer weight hides a slow
 * loss, and an older one hides a gain that was lost again.
 * @param weights newest first; weights dated in the future are left out
 */
export function latestWeightChange(weights: readonly Measurement[]): WeightChange | null {
  const [latest, ...earlier] = weights.filter(({ cautions }) => !cautions.includes('future-dated'));
  const now = civilDayOf(latest?.on ?? null);
  if (latest === undefined || now === null || isDoubted(latest)) return null;
  const daysBefore = ({ on }: Measurement) => {
    const day = civilDayOf(on);
    return day === null ? 0 : daysBetween(day, now);
  };
  const comparable = earlier.filter((one) => {
    if (isDoubted(one) || one.unit !== latest.unit || one.value <= 0) return false;
    const days = daysBefore(one);
    return days >= FROM_DAYS ? days <= TO_DAYS : days > 0 && isRapid(latest, one);
  });
  // The sort is stable, so of two equal weights the newer one stays first.
  const [before] = comparable.toSorted((a, b) => b.value - a.value);
  if (before === undefined) return null;
  const days = daysBefore(before);
  return {
    latest,
    before,
    difference: quotient(differenceOf(latest, before), decimal(1), 1),
    percent: percentOf(latest, before),
    span: days < FROM_DAYS ? inDays(days) : `${Math.round(days / DAYS_IN_A_MONTH)} months`,
  };
}

/**
 * [P] The days that count as 1, 3 and 6 months ago. The windows of 3 and 6 months lie within the span of a weight
 * change, so that form and summary speak of the same months.
 */
const AGO: Readonly<Record<1 | 3 | 6, readonly [from: number, to: number]>> = {
  1: [21, 45],
  3: [FROM_DAYS, 110],
  6: [150, TO_DAYS],
};

/**
 * Returns the weight nearest to 1, 3 or 6 months ago, within some days. `null` if there is none with a whole date and
 * without doubt.
 */
export function weightAgo(
  weights: readonly Measurement[],
  months: 1 | 3 | 6,
  today: CivilDate,
): Measurement | null {
  const [from, to] = AGO[months];
  const aim = months * DAYS_IN_A_MONTH;
  const dated = weights.flatMap((weight) => {
    const day = civilDayOf(weight.on);
    const days = day === null || isDoubted(weight) ? -1 : daysBetween(day, today);
    return days >= from && days <= to ? [{ weight, off: Math.abs(days - aim) }] : [];
  });
  return dated.toSorted((a, b) => a.off - b.off)[0]?.weight ?? null;
}

function isRapid(latest: Measurement, before: Measurement): boolean {
  return Math.abs(percentOf(latest, before)) >= RAPID_FROM_PERCENT;
}

function differenceOf(latest: Measurement, before: Measurement) {
  return minus(decimal(latest.value), decimal(before.value));
}

/** Of the earlier weight, to one decimal place. */
function percentOf(latest: Measurement, before: Measurement): number {
  return quotient(times(differenceOf(latest, before), decimal(100)), decimal(before.value), 1);
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function isDoubted({ value, cautions }: Measurement): boolean {
  return !Number.isFinite(value) || cautions.some((caution) => DOUBTED.includes(caution));
}
