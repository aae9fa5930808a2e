/** What the number of a result is. Units are part of the value (clinical rule 1.7), and no result is points by default. */
export type ResultUnit =
  /** A sum of points. */
  | { readonly kind: 'points' }
  /** A level that somebody judged: no sum, and a step of it is no amount. */
  | { readonly kind: 'level' }
  /** A name for which a number stands, such as a stool type. */
  | { readonly kind: 'type' }
  /** A share from 0 to 1. */
  | { readonly kind: 'ratio' }
  | { readonly kind: 'count'; readonly of: string }
  /** `text` as it is read, `code` in UCUM. */
  | { readonly kind: 'measure'; readonly text: string; readonly code: string }
  /** There is no number. */
  | { readonly kind: 'words' };

/** What stands behind the number, as it is read; `null`: the number stands alone. */
export function unitText(unit: ResultUnit): string | null {
  if (unit.kind === 'measure') return unit.text;
  return unit.kind === 'count' ? unit.of : null;
}
