import { plainText } from '@ehch/clinical/display';
import { checkNhsNumber } from '@ehch/clinical/rules';
import { readCivilDate } from '@ehch/clinical/time';
import type { Parser } from '../hosts/template.ts';

/** What one field of a banner says. Each parser returns its own part. */
export interface Parsed {
  readonly nhsNumber?: string;
  readonly born?: string;
  readonly family?: string;
  readonly given?: string;
}

/** Characters. A longer text is not a single value, and no parser searches inside it. */
const LONGEST = { value: 64, name: 120 };

/**
 * Each parser reads a whole text as one value, and returns `null` where it is not one.
 *
 * A parser never guesses and never picks a value out of a longer text: half a number can be another person's.
 */
export const parsers: Record<Parser, (text: string) => Parsed | null> = {
  nhsNumber(text) {
    const value = oneLine(text, LONGEST.value);
    // Digits with single separators. Bidirectional marks are refused: they let one number look like another.
    if (value === null || !/^[0-9](?:[ -]?[0-9]){9}$/.test(value)) return null;
    const check = checkNhsNumber(value);
    return check.valid ? { nhsNumber: check.value } : null;
  },

  ukDate(text) {
    // NHS banners put the age after the date: `14-Jul-1941 (85y)`. The parser accepts that age and leaves it out.
    const [, value] =
      /^([^()]+?)(?: ?\([0-9ymwdrs ]{1,12}\))?$/.exec(oneLine(text, LONGEST.value) ?? '') ?? [];
    const [, day, first, month, second, year] =
      /^([0-9]{1,2})([ /.-])([0-9]{1,2}|[A-Za-z]{3,9})([ /.-])([0-9]{4})$/.exec(value ?? '') ?? [];
    // Mixed separators, as in `14/07-1941`, mean that two texts ran together.
    if (!day || !month || !year || first !== second) return null;
    return civil(year, monthNumber(month), day);
  },

  isoDate(text) {
    const [, year, month, day] =
      /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(oneLine(text, LONGEST.value) ?? '') ?? [];
    return year && month && day ? civil(year, month, day) : null;
  },

  /** `ASHWORTH, Doris May (Mrs)` */
  nameFamilyCommaGiven(text) {
    const [family, given, ...more] = (oneName(text) ?? '').replace(/ ?\([^()]*\)$/, '').split(/ ?, ?/);
    if (!family || given === undefined || more.length > 0) return null;
    return { family, ...(given === '' ? {} : { given }) };
  },

  /** `Mrs Doris May Ashworth` */
  nameGivenFamily(text) {
    const words = (oneName(text) ?? '').split(' ');
    if (TITLES.has((words[0] ?? '').replace('.', '').toLowerCase())) words.shift();
    const family = words.at(-1);
    if (words.length < 2 || !family || words.some((word) => word.includes(','))) return null;
    return { family, given: words.slice(0, -1).join(' ') };
  },

  /** A family name or a given name that stands alone. The field that uses it takes the part that it means. */
  namePart(text) {
    const name = oneName(text);
    return name === null || name === '' || name.includes(',') ? null : { family: name, given: name };
  },
};

const TITLES = new Set([
  'mr',
  'mrs',
  'miss',
  'ms',
  'mx',
  'dr',
  'prof',
  'sir',
  'dame',
  'lady',
  'lord',
  'rev',
  'sister',
]);
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

/** `07` for `7`, `Jul` and `July`; also `Sept`, which British lists write. Months of other languages are refused. */
function monthNumber(text: string): string {
  const word = text.toLowerCase();
  const at = MONTHS.findIndex((month) => word === month || word === month.slice(0, 3));
  if (at >= 0) return pad(String(at + 1));
  return word === 'sept' ? '09' : pad(text);
}

/** A date of birth, if that day exists: 31 February is a misread banner and not a date. */
function civil(year: string, month: string, day: string): Parsed | null {
  const born = `${year}-${month}-${pad(day)}`;
  return readCivilDate(born) === null ? null : { born };
}

function pad(figures: string): string {
  return figures.padStart(2, '0');
}

/** The text as the browser paints it: white space is one space, and a wide or narrow letter is that letter. */
function oneLine(text: string, longest: number): string | null {
  // Refused before any work, so that a page with a megabyte of text costs nothing.
  if (text.length > 4 * longest) return null;
  const line = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return line.length > longest ? null : line;
}

function oneName(text: string): string | null {
  const line = oneLine(text, LONGEST.name);
  return line === null ? null : plainText(line);
}
