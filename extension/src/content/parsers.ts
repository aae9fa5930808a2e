import { plainText } from '@ehch/clinical/display';
import { checkNhsNumber } from '@ehch/clinical/rules';
import { readCivilDate } from '@ehch/clinical/time';
import type { Parser } from '../hosts/adapter.ts';

/** What one field of a banner says. Each parser gives its own part, or nothing. */
export interface Parsed {
  readonly nhsNumber?: string;
  readonly born?: string;
  readonly family?: string;
  readonly given?: string;
}

/** A longer text is no single value. Nothing is looked for inside it. */
const LONGEST = { value: 64, name: 120 };

/** Reads a whole text as one value. `null`: it is not one. Nothing is guessed, and nothing is picked out. */
export const parsers: Record<Parser, (text: string) => Parsed | null> = {
  nhsNumber(text) {
    const value = oneLine(text, LONGEST.value);
    // Figures with single separators. Marks that turn the direction are refused: they let a number look like another.
    if (value === null || !/^[0-9](?:[ -]?[0-9]){9}$/.test(value)) return null;
    const check = checkNhsNumber(value);
    return check.valid ? { nhsNumber: check.value } : null;
  },

  ukDate(text) {
    // `14-Jul-1941 (85y)`: the age that NHS banners put after the date may stand there.
    const [, value] =
      /^([^()]+?)(?: ?\([0-9ymwdrs ]{1,12}\))?$/.exec(oneLine(text, LONGEST.value) ?? '') ?? [];
    const [, day, first, month, second, year] =
      /^([0-9]{1,2})([ /.-])([0-9]{1,2}|[A-Za-z]{3,9})([ /.-])([0-9]{4})$/.exec(value ?? '') ?? [];
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

  /** A family name or a given name that stands alone. */
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

/** `07` for `7`, `Jul` and `July`; also `Sept`, which British lists write. No other language's months. */
function monthNumber(text: string): string {
  const word = text.toLowerCase();
  const at = MONTHS.findIndex((month) => word === month || word === month.slice(0, 3));
  if (at >= 0) return pad(String(at + 1));
  return word === 'sept' ? '09' : pad(text);
}

function civil(year: string, month: string, day: string): Parsed | null {
  const born = `${year}-${month}-${pad(day)}`;
  return readCivilDate(born) === null ? null : { born };
}

function pad(figures: string): string {
  return figures.padStart(2, '0');
}

/** As it is painted: white space is one space, and wide or narrow forms of a letter are that letter. */
function oneLine(text: string, longest: number): string | null {
  // Before anything is done with it: a megabyte costs nothing.
  if (text.length > 4 * longest) return null;
  const line = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  return line.length > longest ? null : line;
}

function oneName(text: string): string | null {
  const line = oneLine(text, LONGEST.name);
  return line === null ? null : plainText(line);
}
