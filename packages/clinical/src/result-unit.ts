/**
 * The unit of a result's number. A unit is part of the value (clinical rule 1.7), and no result is points by default.
 */
export type ResultUnit =
  /** A sum of points. */
  | { readonly kind: 'points' }
  /** A level that a person judged. It is not a sum, and one step is not an amount. */
  | { readonly kind: 'level' }
  /** A number that stands for a name, such as a stool type. */
  | { readonly kind: 'type' }
  /** A share from 0 to 1. */
  | { readonly kind: 'ratio' }
  | { readonly kind: 'count'; readonly of: string }
  /** `text` for the reader, `code` in UCUM. */
  | { readonly kind: 'measure'; readonly text: string; readonly code: string }
  /** The result has no number. */
  | { readonly kind: 'words' };

/** The unit after the number, for the reader; `null` if the number stands alone. */
export function unitText(unit: ResultUnit): string | null {
  if (unit.kind === 'measure') return unit.text;
  return unit.kind === 'count' ? unit.of : null;
}
