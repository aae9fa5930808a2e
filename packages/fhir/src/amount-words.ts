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

/** "5 mg", "no more than 5 mg", "5, unit not recorded". `null`: there is no number. */
export function amountWords(quantity: Quantity | undefined): string | null {
  if (quantity?.value === undefined) return null;
  const { value, comparator } = quantity;
  const limit = comparator === undefined ? null : LIMITS[comparator];
  return joined([limit, withUnit(value, quantity)]);
}

/** "2.5 to 5 mL", "at least 2.5 mL", "up to 5 mL": an end that is missing is not the other end. */
export function rangeWords(range: Range | undefined): string | null {
  const { low, high } = range ?? {};
  if (low?.value === undefined) {
    const most = amountWords(high);
    return most === null ? null : `up to ${most}`;
  }
  if (high?.value === undefined) return joined(['at least', amountWords(low)]);
  // A unit at one end counts for both; two different ones are both said.
  const oneUnit = unitOf(low) === null || unitOf(low) === unitOf(high);
  return `${oneUnit ? formatNumber(low.value) : (amountWords(low) ?? '')} to ${amountWords(high) ?? ''}`;
}

/** "50 mL in an hour", "30 mL in 2 days". `null` where either half is missing: half a ratio is another amount. */
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

/** "day" of `d`, "Day" or "days"; `null`: it is no unit of time. */
export function periodUnit(unit: string | null | undefined): string | null {
  return PERIODS.find(([pattern]) => pattern.test(unit?.trim() ?? ''))?.[1] ?? null;
}

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

/** The unit of the code, where it is another than the one in words: one of the two is wrong, maybe a thousandfold. */
export function otherUnit({ system, code, unit }: Quantity): string | null {
  const [said, coded] = [massOf(unit), massOf(code)];
  if (system !== UCUM || code === undefined || said === null || coded === null || said === coded) return null;
  return code;
}

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

function bare(one: string): string {
  return one.replace(/^1 /, '');
}
