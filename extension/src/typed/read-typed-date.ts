import { plainText } from '@ehch/clinical/display';
import { readCivilDate, type CivilDate } from '@ehch/clinical/time';

/** A date of birth as a person typed or copied it, or why it is none. */
export type TypedDate =
  | { readonly kind: 'date'; readonly value: CivilDate }
  | { readonly kind: 'refused'; readonly why: 'empty' | 'format' | 'year' | 'no-such-day' };

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** Characters. A longer text is no date. */
const LONGEST = 64;

/**
 * Reads `14/07/1941`, `14 7 1941`, `14.7.1941`, `14-Jul-1941`, `14071941` or `1941-07-14`: the day first, never the
 * month.
 */
export function readTypedDate(text: string): TypedDate {
  if (text.length > LONGEST) return { kind: 'refused', why: 'format' };
  // What was copied from a page can carry marks of direction, which nobody sees.
  const value = plainText(text.normalize('NFKC'))
    .replace(/^(?:d\.?o\.?b\.?|born|date of birth)\s*[:=]?\s*/i, '')
    // An age after the date, as in `14-Jul-1941 (85y)`, is left out.
    .replace(/\s*\(\d{1,3}\s*(?:y|yrs?|years?)?\)$/i, '');
  if (value === '') return { kind: 'refused', why: 'empty' };
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (isoYear && isoMonth && isoDay) return civil(isoYear, isoMonth, isoDay);
  const [, day, month, year] =
    /^(\d{2})(\d{2})(\d{4})$/.exec(value) ??
    /^(\d{1,2})[ ./-]+(\d{1,2}|[a-z]{3,9})[ ./-]+(\d{1,4})$/i.exec(value) ??
    [];
  if (!day || !month || !year) return { kind: 'refused', why: 'format' };
  // "41" could be 1941, and for somebody under 65 who lives in a home it could be a mistake for 2041.
  if (year.length !== 4) return { kind: 'refused', why: 'year' };
  return civil(year, monthOf(month), day);
}

function monthOf(text: string): string {
  const word = text.toLowerCase();
  const at = MONTHS.findIndex((month) => word === month || word === month.slice(0, 3));
  if (at >= 0) return String(at + 1);
  // British lists write "Sept" too.
  return word === 'sept' ? '9' : text;
}

function civil(year: string, month: string, day: string): TypedDate {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readCivilDate(date) === null
    ? { kind: 'refused', why: 'no-such-day' }
    : { kind: 'date', value: date };
}
