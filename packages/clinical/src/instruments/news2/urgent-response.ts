import type { News2Band } from './news2.table.ts';

const URGENT: ReadonlySet<string> = new Set<News2Band>(['low-medium', 'medium', 'high']);

/**
 * Whether a band of NEWS2 asks for an urgent or an emergency response. RCP 2017, charts 2 and 4: a total of 5 or more does, and
 * so does a 3 in one part alone. `null`: no band is known, which is no band "low" either.
 */
export function asksForUrgentResponse(band: string | null): boolean {
  return band !== null && URGENT.has(band);
}
