/** The only output of this package, which is otherwise without any: it is in no build. */
declare const console: { error(...words: readonly unknown[]): void };

/** In development: the error whole, with its stack, and where it was caught. */
export function printCaught(error: unknown, place: string, part: string | null): void {
  // oxlint-disable-next-line no-console -- what was caught would be seen by nobody
  console.error(`[EHCH] caught in ${place}${part === null ? '' : ` (${part})`}:`, error);
}
