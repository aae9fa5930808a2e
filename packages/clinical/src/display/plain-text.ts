/** Whatever the two functions below would change. Most texts have none of it, and a text is asked for often. */
const NOT_PLAIN = /[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u061C\u2060\uFEFF\p{Cc}]|[^\S ]|\s\s|^\s|\s$/u;

/**
 * Text from a record, made safe to stand on one line beside other text: no bidirectional overrides or marks, no
 * invisible characters, no control characters, single spaces.
 *
 * A direction override in a name or drug could make the rest of the line read backwards (U+202A–E, U+2066–9,
 * U+200B–F, U+061C, U+2060, U+FEFF).
 */
export function plainText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u061C\u2060\uFEFF]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The same for text of several lines, such as a note or an instruction. Its line breaks carry meaning, and stay. */
export function plainLines(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map(plainText);
  return lines
    .filter((line, place) => line !== '' || lines[place - 1] !== '')
    .join('\n')
    .trim();
}
