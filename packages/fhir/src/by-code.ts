/**
 * A table under codes from outside. It answers only for what stands in it. A plain object also answers to
 * "constructor" and "toString", with functions that a map would take for words.
 */
export function byCode<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const table: Record<string, T> = Object.create(null);
  return Object.freeze(Object.assign(table, entries));
}
