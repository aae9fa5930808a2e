/** What a list shows of a resident, about as large as a card of ours. */
export function cardOf(resident: string): { readonly resident: string; readonly facts: object } {
  const fact = (nth: number) => ({
    code: `fact-${nth}`,
    at: '2026-11-01T08:00:00Z',
    words: 'what was recorded of it',
  });
  return {
    resident,
    facts: { name: resident, room: '12', recorded: Array.from({ length: 20 }, (_, nth) => fact(nth)) },
  };
}
