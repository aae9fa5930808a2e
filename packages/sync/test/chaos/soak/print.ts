/** Writes a line of a long run. */
export function print(...columns: readonly (string | number)[]): void {
  process.stdout.write(`${columns.join('  ')}\n`);
}
