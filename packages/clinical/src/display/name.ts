import type { PersonName } from '../resident/identity.ts';
import { plainText } from './plain-text.ts';

const NOT_RECORDED = 'Name not recorded';

/**
 * `FAMILY, Given (Title)`: CUI PAB-0049..0053, NID-0001..0010. It has all given names and cuts nothing. A name that the
 * record holds as one text is shown as written, because splitting it would be a guess.
 */
export function formatName(name: PersonName | null): string {
  if (name === null) return NOT_RECORDED;
  const family = plainText(name.family ?? '').toUpperCase();
  const given = properCase(plainText(name.given.join(' ')));
  const title = properCase(plainText((name.title ?? '').replaceAll('.', ' ')));
  const parts = family && given ? `${family}, ${given}` : family || given;
  // A name in one text already contains its title.
  if (!parts && plainText(name.text ?? '')) return plainText(name.text ?? '');
  return title ? `${parts || NOT_RECORDED} (${title})` : parts || NOT_RECORDED;
}

/** Title case for words in one case only. A word with mixed case ("DeShawn", "d'Arcy") stays as typed. */
function properCase(text: string): string {
  return text
    .split(' ')
    .map((word) => (word === word.toUpperCase() || word === word.toLowerCase() ? titleCase(word) : word))
    .join(' ');
}

function titleCase(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(^|-)Mc(\p{L})(?=\p{L})/gu, (_, b: string, letter: string) => `${b}Mc${letter.toUpperCase()}`);
}
