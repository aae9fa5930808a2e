import { civilParts, daysBetween } from '../time/civil-date.ts';
import { precisionOf, spanOf } from '../time/partial-date.ts';
import { ageInYears } from './age.ts';
import type { CivilDate, PartialDate } from '../time/types.ts';

/**
 * A fact's age in words beside its date: `today`, `6 months old`, `about 2 years old`.
 * A partial date never gives an exact age. A date after today is `in the future`; a missing date is `of unknown age`.
 * [P] Days up to two weeks, weeks up to two months, months up to two years.
 */
export function howOld(date: PartialDate | null, today: CivilDate): string {
  const span = spanOf(date);
  if (date === null || span === null) return 'of unknown age';
  if (daysBetween(span.from, today) < 0) return 'in the future';
  const precision = precisionOf(date);
  const from = civilParts(span.from);
  const now = civilParts(today);
  const months = (now.year - from.year) * 12 + now.month - from.month;
  if (precision === 'year') {
    return now.year === from.year ? 'this year' : `about ${count(now.year - from.year, 'year')} old`;
  }
  if (precision === 'month') {
    if (months === 0) return 'this month';
    return months < 24
      ? `about ${count(months, 'month')} old`
      : `about ${count(Math.floor(months / 12), 'year')} old`;
  }
  const days = daysBetween(span.from, today);
  if (days === 0) return 'today';
  if (days < 14) return `${count(days, 'day')} old`;
  const whole = now.day < from.day ? months - 1 : months;
  if (whole < 2) return `${count(Math.floor(days / 7), 'week')} old`;
  return whole < 24
    ? `${count(whole, 'month')} old`
    : `${count(ageInYears(span.from, today) ?? 0, 'year')} old`;
}

function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
