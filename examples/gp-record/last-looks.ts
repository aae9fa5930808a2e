/**
 * When this reader last looked at each patient. The example keeps it in memory while the page is open. A host that wants
 * to keep it longer has to encrypt it, and keep it for that one reader.
 */
export function lastLooks() {
  const looks = new Map<string, string>();
  return {
    /** Notes a look at `now`, and gives the former one. `null`: this is the first. */
    look(patient: string, now: string): string | null {
      const before = looks.get(patient) ?? null;
      looks.set(patient, now);
      return before;
    },
  };
}
