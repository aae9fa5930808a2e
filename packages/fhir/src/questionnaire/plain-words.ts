import { plainText } from '@ehch/clinical/display';

/**
 * Words of a form for the screen, or `null` when nothing is left: on one line, without what is invisible or turns the line.
 * Its ids, codes and expressions are kept as they are.
 */
export function words(value: string | null | undefined): string | null {
  return plainText(value ?? '') || null;
}

/** The parts that are there, joined. */
export function joined(parts: readonly (string | null | undefined)[]): string | null {
  return words(parts.map((part) => words(part) ?? '').join(' '));
}
