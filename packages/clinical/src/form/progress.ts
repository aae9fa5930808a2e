import type { ItemKey } from './answer.ts';
import { answerOf } from './answer-of.ts';
import { settled, type Settlement } from './engine/settle.ts';
import { instanceOf, subtree, type Instance } from './engine/layout.ts';
import { isQuestion } from './engine/is-question.ts';
import type { FormState } from './state.ts';

/** How far a form is. Counts the questions that are shown and can be answered. */
export interface Progress {
  /** With a value. */
  readonly answered: number;
  /** "Not assessed because …": not in `answered`. */
  readonly notAssessed: number;
  /** All of them. */
  readonly asked: number;
}

/** Of whole forms, counted once for the same answers: the score, the tally and the way to finish each ask for it. */
const known = new WeakMap<Settlement, Progress>();

/** How far the form is, or the part of it at and under one item. */
export function progressOf(state: FormState, withinKey?: ItemKey): Progress {
  if (withinKey !== undefined) return counted(state, withinKey);
  const settlement = settled(state);
  const progress = known.get(settlement) ?? counted(state);
  known.set(settlement, progress);
  return progress;
}

function counted(state: FormState, withinKey?: ItemKey): Progress {
  const states = askable(state, withinKey).map(({ key }) => answerOf(state, key)?.state);
  const answered = states.filter((each) => each === 'given').length;
  const open = states.filter((each) => each === undefined).length;
  return { answered, notAssessed: states.length - answered - open, asked: states.length };
}

/**
 * The required questions that are shown and have no answer at all, and those that have fewer answers than they ask for. Asked for
 * when a form is finished, not before.
 */
export function requiredMissing(state: FormState): readonly ItemKey[] {
  return askable(state).flatMap(({ key, node: { item } }) => {
    if (!isQuestion(item)) return [];
    const answer = answerOf(state, key);
    if (answer === null) return item.required === true ? [key] : [];
    const fewest = item.answerCount?.min ?? 0;
    return answer.state === 'given' && answer.values.length < fewest ? [key] : [];
  });
}

function askable(state: FormState, withinKey?: ItemKey): readonly Instance[] {
  const { hidden, layout } = settled(state);
  const within = withinKey === undefined ? layout.roots : [instanceOf({ layout }, withinKey)];
  return within.flatMap(subtree).filter((instance) => {
    const { item } = instance.node;
    return isQuestion(item) && item.readOnly !== true && !hidden.has(instance.key) && !neverSeen(instance);
  });
}

function neverSeen(instance: Instance): boolean {
  return instance.node.item.hidden === true || (instance.parent !== null && neverSeen(instance.parent));
}
