/** Matches everything that the two functions below would change. Most texts have none of it, so this saves work. */
const NOT_PLAIN = /[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u061C\u2060\uFEFF\p{Cc}]|[^\S ]|\s\s|^\s|\s$/u;

/**
 * Makes text from a record safe on one line beside other text. It removes bidirectional overrides and marks, invisible
 * characters and control characters, and leaves single spaces.
 *
 * A direction override in a name or a medicine could make the rest of the line read backwards (U+202A–E, U+2066–9,
 * U+200B–F, U+061C, U+2060, U+FEFF).
 */
export function plainText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replace(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F\u061C\u2060\uFEFF]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The same for text of several lines, such as a note or an instruction. Line breaks carry meaning, so they stay. */
export function plainLines(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map(plainText);
  return lines
    .filter((line, place) => line !== '' || lines[place - 1] !== '')
    .join('\n')
    .trim();
}
