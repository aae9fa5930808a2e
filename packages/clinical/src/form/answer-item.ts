import { EhchError } from '../errors.ts';
import type { Instant } from '../time/types.ts';
import type { Answer, ItemKey } from './answer.ts';
import { answerOf } from './answer-of.ts';
import { refusals, type Doubt } from './doubt.ts';
import { hasRows } from './engine/compile.ts';
import { isQuestion } from './engine/is-question.ts';
import { rowsForAnswers, withRows } from './engine/row-names.ts';
import { instanceOf } from './engine/layout.ts';
import { settled } from './engine/settle.ts';
import { withoutExclusive } from './exclusive.ts';
import type { FormChange, FormState } from './state.ts';

const READ_ONLY: readonly Doubt[] = [{ kind: 'read-only' }];

/**
 * Answers one question, or takes its answer away (`null`). An answer that the question does not take changes nothing and
 * comes back as `refused`; an implausible one is taken. `at` is when, where the answer does not say.
 *
 * @throws {EhchError} `bad-argument` for a key that names no question of the form.
 */
export function answerItem(state: FormState, key: ItemKey, answer: Answer | null, at?: Instant): FormChange {
  const before = settled(state);
  const instance = instanceOf(before, key);
  const { item } = instance.node;
  if (!isQuestion(item)) throw new EhchError('bad-argument', 'Only a question can be answered.');
  const { draft } = before;
  const old = answerOf(before, key);
  const given = answer === null ? null : withoutExclusive(item, old, answer);
  const refused = item.readOnly === true ? READ_ONLY : given === null ? [] : refusals(item, given);
  if (refused.length > 0) return { state, touched: new Set(), refused };
  const others = Object.entries(draft.answers).filter(([each]) => each !== key);
  const answers = Object.fromEntries(given === null ? others : [...others, [key, given]]);
  const next = { ...draft, answers, changedAt: at ?? given?.at ?? draft.changedAt };
  if (!hasRows(item)) return before.next(next).changed(instance).finish();
  const rows = rowsForAnswers(draft, instance, old, given);
  return before.withRows(withRows(next, instance, rows), key);
}
