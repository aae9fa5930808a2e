/** The package prints nothing else. This file is in no build, so `console` is declared only here. */
declare const console: { error(...words: readonly unknown[]): void };

/** Prints the whole error with its stack, and the place that caught it. Development only. */
export function printCaught(error: unknown, place: string, part: string | null): void {
  // oxlint-disable-next-line no-console -- otherwise nobody would see a caught error
  console.error(`[EHCH] caught in ${place}${part === null ? '' : ` (${part})`}:`, error);
}
