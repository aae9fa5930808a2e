import { plainText } from '@ehch/clinical/display';

/**
 * Words of a form for the screen, or `null` when nothing is left: on one line, without what is invisible or turns the line.
 * Its ids, codes and expressions are kept as they are.
 */
export function plainWords(value: string | null | undefined): string | null {
  return plainText(value ?? '') || null;
}

/** The parts that are there, joined. */
export function joinedPlain(parts: readonly (string | null | undefined)[]): string | null {
  return plainWords(parts.map((part) => plainWords(part) ?? '').join(' '));
}
