/** Letters that stay themselves without an accent, as programs write them in an id. */
const TYPED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * The words of a text as programs write them in an id or a class: small, and without accents. `rowRose` has two.
 * Names of two letters are words; single letters are initials, and stand in every word.
 */
export function nameWords(text: string): readonly string[] {
  const typed = text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => TYPED[letter] ?? letter);
  return typed.match(/\p{L}{2,}/gu) ?? [];
}
