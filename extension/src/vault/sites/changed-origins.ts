import type { Adapter } from '../../hosts/binding.ts';

/** The sites that are read by other adapters than before, or no longer, or only now. */
export function changedOrigins(before: readonly Adapter[], now: readonly Adapter[]): readonly string[] {
  const origins = new Set([...before, ...now].flatMap(({ match }) => match.map(({ origin }) => origin)));
  return [...origins].filter((origin) => adaptersAt(before, origin) !== adaptersAt(now, origin));
}

/** The adapters of one site, in a form that can be compared. */
function adaptersAt(adapters: readonly Adapter[], origin: string): string {
  return JSON.stringify(
    adapters
      .map((adapter) => ({ ...adapter, match: adapter.match.filter((each) => each.origin === origin) }))
      .filter(({ match }) => match.length > 0),
  );
}
