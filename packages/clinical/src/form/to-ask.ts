import type { ItemKey } from './answer.ts';
import { answerOf } from './answer-of.ts';
import { hasRows } from './engine/compile.ts';
import { isQuestion } from './engine/is-question.ts';
import { inRow, instanceOf, rowsOf, type Instance } from './engine/layout.ts';
import { settled } from './engine/settle.ts';
import { progressOf } from './progress.ts';
import type { FormState } from './state.ts';

/**
 * The questions that are still to ask, in the order of the form: shown, answerable, and without any answer. "Not assessed
 * because …" is an answer. What may be left out (`optional`) is not among them. A row of a list in which nobody has said
 * anything is one question and not as many as it has fields.
 *
 * @param within Only at and under this item.
 * @throws {EhchError} `bad-argument` where the form has no such item.
 */
export function toAsk(state: FormState, within?: ItemKey): readonly ItemKey[] {
  const { draft, hidden, layout } = settled(state);
  const isOpen = ({ key }: Instance) => answerOf(state, key) === null;
  const asks = (all: readonly Instance[]): readonly Instance[] =>
    all.flatMap((instance) => {
      const { key, node, children } = instance;
      const { item } = node;
      if (item.hidden === true || hidden.has(key)) return [];
      const own = isAsked(instance) && isOpen(instance) ? [instance] : [];
      if (!hasRows(item)) return [...own, ...asks(children)];
      const rows = rowsOf(draft, instance).map((row) => inRow(instance, row));
      return [...own, ...rows.flatMap((row) => asksOfRow(row))];
    });
  const asksOfRow = (row: readonly Instance[]): readonly Instance[] => {
    const begun = row.some((instance) => saysAnything(instance));
    const [first] = row.filter(({ key, node }) => node.item.hidden !== true && !hidden.has(key));
    // What stands first names what the row is about; where that may be left out, so may the row.
    return begun ? asks(row) : asks(first === undefined ? [] : [first]);
  };
  const saysAnything = (instance: Instance): boolean =>
    !isOpen(instance) || instance.children.some(saysAnything);
  const from = within === undefined ? layout.roots : [instanceOf({ layout }, within)];
  return from.some((instance) => isBelowHidden(instance, hidden)) ? [] : asks(from).map(({ key }) => key);
}

/**
 * The next question to ask after an item, in the order of the form, and after the last one the first again. `null`:
 * everything that is asked has an answer.
 *
 * @param from Where the person is, answered or not; `null`, or an item that is not asked any more: at the beginning.
 */
export function nextUnanswered(state: FormState, from: ItemKey | null, within?: ItemKey): ItemKey | null {
  const { byKey } = settled(state).layout;
  const at = (from === null ? undefined : byKey.get(from)?.place) ?? -1;
  const open = toAsk(state, within);
  return open.find((key) => (byKey.get(key)?.place ?? -1) > at) ?? open[0] ?? null;
}

/** How much of a form, or of the part of it at and under one item, is known. */
export interface Tally {
  /** With an answer, "not assessed" among them. */
  readonly known: number;
  /** Of those, "not assessed because …". */
  readonly notAssessed: number;
  readonly toAsk: number;
}

export function tallyOf(state: FormState, within?: ItemKey): Tally {
  const { answered, notAssessed } = progressOf(state, within);
  return { known: answered + notAssessed, notAssessed, toAsk: toAsk(state, within).length };
}

function isAsked({ node: { item } }: Instance): boolean {
  return isQuestion(item) && item.readOnly !== true && item.optional !== true;
}

function isBelowHidden({ parent }: Instance, hidden: ReadonlySet<ItemKey>): boolean {
  if (parent === null) return false;
  return parent.node.item.hidden === true || hidden.has(parent.key) || isBelowHidden(parent, hidden);
}
