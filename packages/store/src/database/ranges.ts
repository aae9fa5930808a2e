/** All keys that begin with these parts. An array sorts after every string and number (IndexedDB 2.4). */
export function under(...parts: readonly (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []]);
}
