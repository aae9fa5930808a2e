/**
 * When this reader last looked at each patient. It is kept in memory, while the page is open: where a look is to outlast
 * that, the host keeps it, sealed and for one person.
 */
export function lastLooks() {
  const looks = new Map<string, string>();
  return {
    /** Notes a look at `now`, and gives the one before; `null` at the first. */
    look(patient: string, now: string): string | null {
      const before = looks.get(patient) ?? null;
      looks.set(patient, now);
      return before;
    },
  };
}
