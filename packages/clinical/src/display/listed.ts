/** For a list that leaves nothing out. */
export const EVERY = Number.POSITIVE_INFINITY;

/** `a, b and c`, or `a, b and 2 more` if there are more than fit on a line. */
export function listed(words: readonly string[], most = 3): string {
  const all = [...new Set(words)];
  const shown = all.length > most ? [...all.slice(0, most), `${all.length - most} more`] : all;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
