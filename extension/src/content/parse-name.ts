import { plainText } from '@ehch/clinical/display';
import { oneLine } from './one-line.ts';

/** The two parts of a name. A given name may be missing, a family name never. */
export interface NameParts {
  readonly family: string;
  readonly given?: string;
}

/** Characters. A longer text is not a single name. */
const LONGEST = 120;

const TITLES = new Set('mr mrs miss ms mx dr prof sir dame lady lord rev sister'.split(' '));

/** Words that begin a family name: `van der Berg`, `St John`, `ap Rhys`. */
const PARTICLES = new Set(
  'van von der den de du da di del della dos das la le ter ten zu al el ap ab bin ibn bint st mac mc o'.split(
    ' ',
  ),
);

/** `ASHWORTH, Doris May (Mrs)` */
export function familyCommaGiven(text: string): NameParts | null {
  const [family = '', given, title, ...more] = nameIn(text).split(/ ?, ?/);
  if (family === '' || given === undefined || more.length > 0) return null;
  if (title !== undefined && !isTitle(title)) return null;
  const ownGiven = withoutTitle(given.split(' ')).join(' ');
  return {
    family: withoutTitle(family.split(' ')).join(' '),
    ...(ownGiven === '' ? {} : { given: ownGiven }),
  };
}

/** `Mrs Doris May Ashworth`, `Jan van der Berg`, `Doris ASHWORTH` */
export function givenFamily(text: string): NameParts | null {
  const words = wordsOf(text);
  if (words === null) return null;
  let at = words.findLastIndex((word) => !isCapitals(word)) + 1;
  if (at === 0 || at === words.length) {
    at = words.length - 1;
    while (at > 1 && isParticle(words[at - 1])) at -= 1;
  }
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}

/** `Ashworth Doris May`, `van der Berg Jan`, `ASHWORTH Doris (Mrs)` */
export function familyGiven(text: string): NameParts | null {
  const words = wordsOf(text);
  if (words === null) return null;
  let end = words.findIndex((word) => !isCapitals(word));
  if (end < 1) {
    end = 1;
    while (end < words.length - 1 && isParticle(words[end - 1])) end += 1;
  }
  return { family: words.slice(0, end).join(' '), given: words.slice(end).join(' ') };
}

/** A family name or a given name that stands alone. */
export function nameAlone(text: string): string | null {
  const name = nameIn(text);
  return name === '' || name.includes(',') ? null : name;
}

/** What stands beside a name: `(Mrs)`, or the name that somebody is called by, `“Dot”`. */
const ASIDE = / ?(\([^()]*\)|["“][^"“”]*["”])/g;

/**
 * The name without what stands beside it. A text with a digit or a colon holds more than a name: a date, a room, a
 * label. No name is picked out of it.
 */
function nameIn(text: string): string {
  const name = plainText(oneLine(text, LONGEST) ?? '')
    .replace(ASIDE, '')
    .trim();
  return /[\p{Nd}:()"“”]/u.test(name) ? '' : name;
}

/** The words of a name without commas and titles. One word alone says not which part it is. */
function wordsOf(text: string): readonly string[] | null {
  const name = nameIn(text);
  const words = withoutTitle(name.split(' '));
  return words.length < 2 || name.includes(',') ? null : words;
}

function withoutTitle(words: readonly string[]): readonly string[] {
  const begun = words.length > 1 && isTitle(words[0]) ? words.slice(1) : words;
  return begun.length > 1 && isTitle(begun.at(-1)) ? begun.slice(0, -1) : begun;
}

function isTitle(word = ''): boolean {
  return TITLES.has(word.replace('.', '').toLowerCase());
}

function isParticle(word = ''): boolean {
  return PARTICLES.has(word.toLowerCase());
}

/** A single letter is an initial, which everybody writes large. */
function isCapitals(word: string): boolean {
  return (
    word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() && !/^\p{L}\.$/u.test(word)
  );
}
