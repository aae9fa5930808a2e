import { formatNumber, formatQuantity } from '@ehch/clinical/display';
import { joined, words } from './text.ts';
import type { Quantity, Range, Ratio } from './readers/r4/datatypes.ts';

const UCUM = 'http://unitsofmeasure.org';

const LIMITS = {
  '<': 'less than',
  '<=': 'no more than',
  '>=': 'at least',
  '>': 'more than',
} as const;

/**
 * A quantity in words: "5 mg", "no more than 5 mg", "5, unit not recorded". `null`: the quantity has no
 * number.
 */
export function amountWords(quantity: Quantity | undefined): string | null {
  if (quantity?.value === undefined) return null;
  const { value, comparator } = quantity;
  const limit = comparator === undefined ? null : LIMITS[comparator];
  return joined([limit, withUnit(value, quantity)]);
}

/**
 * A range in words: "2.5 to 5 mL", "at least 2.5 mL", "up to 5 mL". A missing end is never filled in from the
 * other end.
 */
export function rangeWords(range: Range | undefined): string | null {
  const { low, high } = range ?? {};
  if (low?.value === undefined) {
    const most = amountWords(high);
    return most === null ? null : `up to ${most}`;
  }
  if (high?.value === undefined) return joined(['at least', amountWords(low)]);
  // A unit at one end counts for both ends. Two different units are both written.
  const oneUnit = unitOf(low) === null || unitOf(low) === unitOf(high);
  return `${oneUnit ? formatNumber(low.value) : (amountWords(low) ?? '')} to ${amountWords(high) ?? ''}`;
}

/**
 * A ratio in words: "50 mL in an hour", "30 mL in 2 days". `null` where either half is missing, because half
 * a ratio is a different amount.
 */
export function ratioWords(ratio: Ratio | undefined): string | null {
  const amount = amountWords(ratio?.numerator);
  const { denominator } = ratio ?? {};
  const per = amountWords(denominator);
  if (amount === null || denominator?.value === undefined || per === null) return null;
  const unit = periodUnit(unitOf(denominator));
  if (unit === null) return denominator.value === 1 ? `${amount} per ${bare(per)}` : `${amount} in ${per}`;
  if (denominator.value === 1) return `${amount} in ${unit === 'hour' ? 'an' : 'a'} ${unit}`;
  return `${amount} in ${formatNumber(denominator.value)} ${unit}s`;
}

/** Units of time as UCUM and people write them. */
const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/^(s|secs?|seconds?)$/i, 'second'],
  [/^(min|mins|minutes?)$/i, 'minute'],
  [/^(h|hr|hrs|hours?)$/i, 'hour'],
  [/^(d|days?)$/i, 'day'],
  [/^(wk|wks|weeks?)$/i, 'week'],
  [/^(mo|months?)$/i, 'month'],
  [/^(a|yr|yrs|years?)$/i, 'year'],
];

/**
 * The unit of time that a text names: "day" for `d`, "Day" or "days". `null`: the text names no unit of time.
 */
export function periodUnit(unit: string | null | undefined): string | null {
  return PERIODS.find(([pattern]) => pattern.test(unit?.trim() ?? ''))?.[1] ?? null;
}

/** The unit as the sender wrote it, else its code. `null`: the quantity has no unit, and none is assumed. */
export function unitOf(quantity: Quantity | undefined): string | null {
  return words(quantity?.unit) ?? words(quantity?.code);
}

function withUnit(value: number, quantity: Quantity): string {
  const unit = unitOf(quantity);
  if (unit === null) return `${formatNumber(value)}, unit not recorded`;
  const other = otherUnit(quantity);
  const coded = other === null ? null : `(but coded as ${formatQuantity(value, other)})`;
  return joined([formatQuantity(value, unit), coded]) ?? '';
}

/**
 * The coded unit, where it differs from the written unit. One of the two is wrong, and a dose may be wrong a
 * thousandfold.
 */
export function otherUnit({ system, code, unit }: Quantity): string | null {
  const [said, coded] = [massOf(unit), massOf(code)];
  if (system !== UCUM || code === undefined || said === null || coded === null || said === coded) return null;
  return code;
}

/** Each spelling of a mass or a volume that a prescriber may write, with one name for it. */
const MASSES: readonly (readonly [RegExp, string])[] = [
  [/^(ng|nanograms?)$/i, 'ng'],
  [/^(mcgs?|ug|[µμ]g|micrograms?)$/i, 'ug'],
  [/^(mgs?|milligrams?|milligrammes?)$/i, 'mg'],
  [/^(g|grams?|grammes?)$/i, 'g'],
  [/^(kg|kilograms?)$/i, 'kg'],
  [/^(mls?|millilit(re|er)s?)$/i, 'mL'],
  [/^(l|lit(re|er)s?)$/i, 'L'],
];

function massOf(unit: string | undefined): string | null {
  return MASSES.find(([pattern]) => pattern.test(unit?.trim() ?? ''))?.[1] ?? null;
}

/** "per hour" rather than "per 1 hour". */
function bare(amount: string): string {
  return amount.replace(/^1 /, '');
}
