/** Milliseconds between two pulls of a home that somebody looks at, of another, and of one in a hidden window. */
const ON_SCREEN_MS = 30_000;
const OTHER_MS = 300_000;
const HIDDEN_MS = 900_000;
/** [P] Milliseconds. Somebody looks at this home, so its list is never older than this. */
const LONGEST_ON_SCREEN_MS = 120_000;

export type Attention = 'on-screen' | 'other' | 'hidden';

/** Milliseconds until the next pull. It doubles with each pull that found nothing, up to a limit. */
export function pollInterval(attention: Attention, quiet: number): number {
  const [first, longest] = {
    'on-screen': [ON_SCREEN_MS, LONGEST_ON_SCREEN_MS],
    other: [OTHER_MS, HIDDEN_MS],
    hidden: [HIDDEN_MS, HIDDEN_MS],
  }[attention] as [number, number];
  return Math.min(longest, first * 2 ** Math.min(quiet, 20));
}
