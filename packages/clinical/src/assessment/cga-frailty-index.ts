import type { FormState } from '../form/state.ts';
import { scoreFrailtyIndex, type FrailtyIndexResult } from '../instruments/frailty-index/frailty-index.ts';
import type { ScoreItem } from '../score.ts';
import { factsOf } from './facts-of.ts';
import type { AssessmentTemplate } from './types.ts';

export interface CgaFrailtyIndexResult extends FrailtyIndexResult {
  /** Shown beside the number: "from n of N deficits". Present whatever the status. */
  readonly from: { readonly considered: number; readonly of: number };
}

/**
 * The template's own frailty index: deficits present of those that are known, over the template's own list. It is never
 * an eFI, has no band, and is incomplete with fewer than 30 known or more than a fifth unknown. `null`: the template has
 * no list.
 */
export function cgaFrailtyIndex(
  template: AssessmentTemplate,
  state: FormState,
): CgaFrailtyIndexResult | null {
  const { deficits, id, version } = template;
  if (deficits === null) return null;
  const facts = factsOf(state);
  const values = deficits.map((deficit) => ({ id: deficit.id, value: deficit.value(facts) }));
  const known = values.filter(({ value }) => value !== null);
  const from = { considered: known.length, of: deficits.length };
  const index = scoreFrailtyIndex({
    present: known.reduce((sum, { value }) => sum + (value ?? 0), 0),
    considered: from.considered,
    total: from.of,
    assessedAt: state.draft.assessedAt,
  });
  return {
    ...index,
    instrument: `${id}-frailty-index`,
    // The list belongs to the template's version: an index of another version is another index.
    version: `${id}-${version}, ${from.of} deficits`,
    items: Object.fromEntries(
      values.map(({ id: deficit, value }): [string, ScoreItem] => [deficit, { value, score: value }]),
    ),
    missing: values.flatMap(({ id: deficit, value }) => (value === null ? [deficit] : [])),
    from,
  };
}
