import { plainText } from '@ehch/clinical/display';

/**
 * Words of a form for the screen, on one line, without invisible characters or direction overrides. `null`:
 * nothing is left. Ids, codes and expressions of the form stay as they are.
 */
export function plainWords(value: string | null | undefined): string | null {
  return plainText(value ?? '') || null;
}

/** The parts that are not blank, joined. */
export function joinedPlain(parts: readonly (string | null | undefined)[]): string | null {
  return plainWords(parts.map((part) => plainWords(part) ?? '').join(' '));
}
