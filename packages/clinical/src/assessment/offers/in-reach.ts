import { answerOf } from '../../form/answer-of.ts';
import type { Instance } from '../../form/engine/layout.ts';
import { settled } from '../../form/engine/settle.ts';
import type { Offer, RowOffer } from '../../form/offer.ts';
import type { FormState } from '../../form/state.ts';

/** Whether what an offer answers is asked now. */
export function isInReach(state: FormState, offer: Offer): boolean {
  const { hidden, layout } = settled(state);
  const instance = layout.byKey.get(offer.kind === 'row' ? offer.list : offer.item);
  return instance !== undefined && !isHidden(instance, hidden);
}

/** Whether a row of the list says already what the offer would put there. */
export function rowSays(state: FormState, { list, answers }: RowOffer): boolean {
  const { layout } = settled(state);
  const children = layout.byKey.get(list)?.children ?? [];
  const rows = Map.groupBy(children, ({ rows }) => rows.at(-1) ?? '');
  return [...rows.values()].some((row) => answers.every((each) => says(state, row, each)));
}

function says(
  state: FormState,
  row: readonly Instance[],
  { item, values }: RowOffer['answers'][number],
): boolean {
  const key = row.find(({ node }) => node.item.id === item)?.key;
  const answer = key === undefined ? null : answerOf(state, key);
  return (
    answer?.state === 'given' &&
    values.every(({ type, value }) =>
      answer.values.some((each) => each.type === type && each.value === value),
    )
  );
}

function isHidden({ key, node, parent }: Instance, hidden: ReadonlySet<string>): boolean {
  return hidden.has(key) || node.item.hidden === true || (parent !== null && isHidden(parent, hidden));
}
