import { readCivilDate } from '@ehch/clinical/time';
import { oneLine } from './one-line.ts';

/** Characters. A longer text is not a single date. */
const LONGEST = 64;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

// NHS banners put the age after the date: `14-Jul-1941 (85y)`. A bare number there needs a unit or the word age.
const UNIT = '(?:y(?:o|rs?|ears?)?|m(?:ths?|onths?)?|w(?:ks?|eeks?)?|d(?:ays?)?)';
const AGE = String.raw`\d{1,3} ?${UNIT}(?: ?\d{1,2} ?${UNIT})*(?: old)?`;
const SAID = String.raw`aged? ?:? ?`;
const TAIL = new RegExp(
  String.raw`,? ?(?:\((?:${SAID})?(?:${AGE}|\d{1,3})\)|(?<= )(?:- ?)?(?:${AGE}|${SAID}(?:${AGE}|\d{1,3})))$`,
  'i',
);
const WEEKDAY = /^([a-z]{3,9})\.?,? (?=\d|[a-z]{3,9}\.? \d)/i;
const DAY_FIRST = /^(\d{1,2})(st|nd|rd|th)?([ /.-])(\d{1,2}|[a-z]{3,9})\.?([ /.-]|, )(\d{4})$/i;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(st|nd|rd|th)?,? (\d{4})$/i;

/** A date with the day before the month, or with the month by its name. The order of two numbers is never guessed. */
export function ukDate(text: string): string | null {
  const { date, day: said } = withoutBeside(text);
  const born = dayFirst(date) ?? monthFirst(date);
  return born !== null && isThatWeekday(born, said) ? born : null;
}

/** `1941-07-14` */
export function isoDate(text: string): string | null {
  const { date, day: said } = withoutBeside(text);
  return readCivilDate(date) !== null && isThatWeekday(date, said) ? date : null;
}

/** Leaves out what people write beside a date: the age after it, and the day of the week before it. */
function withoutBeside(text: string): { readonly date: string; readonly day: string | null } {
  const date = (oneLine(text, LONGEST) ?? '').replace(TAIL, '');
  const [whole = '', word = ''] = WEEKDAY.exec(date) ?? [];
  if (monthNumber(word) !== null) return { date, day: null };
  return { date: date.slice(whole.length), day: whole === '' ? null : word };
}

/** A weekday that is not the day's own means that two texts contradict each other. */
function isThatWeekday(born: string, said: string | null): boolean {
  return said === null || WEEKDAYS[new Date(born).getUTCDay()]?.startsWith(said.toLowerCase()) === true;
}

function dayFirst(text: string): string | null {
  const [, day, ordinal, first, month, second, year] = DAY_FIRST.exec(text) ?? [];
  if (!day || !month || !year || !first || !second) return null;
  const isNamed = /[a-z]/i.test(month);
  // Mixed separators, as in `14/07-1941`, mean that two texts ran together. Only people who write words write a comma.
  if (first !== second && !(isNamed && first === ' ' && second === ', ')) return null;
  if (ordinal !== undefined && !(isNamed && isOrdinal(day, ordinal))) return null;
  const number = monthNumber(month);
  return number === null ? null : civil(year, number, day);
}

function monthFirst(text: string): string | null {
  const [, month = '', day, ordinal, year] = MONTH_FIRST.exec(text) ?? [];
  const number = monthNumber(month);
  if (number === null || !day || !year) return null;
  return ordinal !== undefined && !isOrdinal(day, ordinal) ? null : civil(year, number, day);
}

/** `1st`, `2nd`, `3rd`, `11th` */
function isOrdinal(day: string, ordinal: string): boolean {
  const number = Number(day);
  const usual = ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
  return ordinal.toLowerCase() === (number > 10 && number < 14 ? 'th' : usual);
}

/** `07` for `7`, `Jul` and `July`; also `Sept`, which British lists write. Months of other languages are refused. */
function monthNumber(text: string): string | null {
  if (/^\d{1,2}$/.test(text)) return pad(text);
  const word = text.toLowerCase();
  const at = MONTHS.findIndex((month) => word === month || word === month.slice(0, 3));
  if (at >= 0) return pad(String(at + 1));
  return word === 'sept' ? '09' : null;
}

/** A date of birth, if that day exists: 31 February is a misread banner and not a date. */
function civil(year: string, month: string, day: string): string | null {
  const born = `${year}-${month}-${pad(day)}`;
  return readCivilDate(born) === null ? null : born;
}

function pad(figures: string): string {
  return figures.padStart(2, '0');
}
