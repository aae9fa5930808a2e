import { plainText } from './plain-text.ts';

/** CUI MEDi-023: abbreviations that have been misread, with the full word in singular and plural. */
const WRITTEN_OUT: readonly (readonly [RegExp, string, string])[] = [
  [/^(mcg|ug|[µμ]g|microgram(me)?s?)$/i, 'microgram', 'micrograms'],
  [/^(ng|nanogram(me)?s?)$/i, 'nanogram', 'nanograms'],
  [/^(i\.?u\.?|u|\[i?u\]|(international )?units?)$/i, 'unit', 'units'],
  [/^ml$/i, 'mL', 'mL'],
  [/^mg$/i, 'mg', 'mg'],
];

/** Countable units in the singular, as records write them. */
const COUNTED = /^(tablet|capsule|puff|drop|dose|sachet|spray|actuation)$/;

/** Amounts of a medicine, whose slash becomes "per" or "in". A result such as kg/m2 keeps its slash. */
const MEDICINE_AMOUNT = /^(micrograms?|nanograms?|units?|mg|g|mL|puffs?|tablets?|drops?|doses?)$/;

const UNKNOWN = 'Unknown';

/**
 * A number with its unit: `0.5 mg`, `5,000 units`, `120 mg in 5 mL`. No trailing zero, a leading zero, commas from
 * 1,000, a space before the unit (MEDi-015..017, 041..044); misread abbreviations written out (MEDi-023); "in" or "per"
 * for the slash of a medicine (MEDi-045, 046). MEDi-014 would convert a unit to avoid a decimal point; we never
 * convert, because the screen must show what was recorded.
 */
export function formatQuantity(value: number, unit: string | null): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const written = formatUnit(unit ?? '', value);
  return written ? `${formatNumber(value)} ${written}` : formatNumber(value);
}

/** A number as people read it: `0.5`, `1,000`, never `1e-7`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  const [whole = '', fraction] = decimalText(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value < 0 ? '-' : '';
  return fraction === undefined ? sign + grouped : `${sign}${grouped}.${fraction}`;
}

/** The shortest decimal text of a number from zero up, without an exponent. */
function decimalText(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const shift = Number(exponent);
  const [whole = '', fraction = ''] = digits.split('.');
  return shift < 0
    ? `0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
    : `${whole}${fraction.padEnd(shift, '0')}`;
}

function formatUnit(unit: string, value: number): string {
  // UCUM puts a countable thing in braces, and writes "1" for no unit.
  const text = plainText(unit.replace(/[{}]/g, ''));
  if (text === '1') return '';
  const [amount = '', ...rest] = text.split('/').map((part) => part.trim());
  const first = writeOut(amount, value);
  if (rest.length === 0 || rest.some((part) => part === '')) return rest.length === 0 ? first : text;
  if (!MEDICINE_AMOUNT.test(first)) return text;
  return rest.reduce(
    (left, part) => `${left} ${/^\d/.test(part) ? 'in' : 'per'} ${denominator(part)}`,
    first,
  );
}

function denominator(part: string): string {
  const match = /^(\d[\d.,]*)\s*(\D.*)$/.exec(part);
  return match === null ? writeOut(part, 1) : `${match[1]} ${writeOut(match[2] ?? '', Number(match[1]))}`;
}

function writeOut(unit: string, value: number): string {
  const row = WRITTEN_OUT.find(([pattern]) => pattern.test(unit));
  if (row === undefined) return value !== 1 && COUNTED.test(unit) ? `${unit}s` : unit;
  return value === 1 ? row[1] : row[2];
}
