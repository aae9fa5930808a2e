import { EhchError } from '../errors.ts';
import type { Instant } from '../time/types.ts';
import type { Answer, ItemKey } from './answer.ts';
import { answerOf } from './answer-of.ts';
import { doubtsAboutAnswer } from './doubt.ts';
import { changed, followed, instanceOf, noted } from './engine/change.ts';
import { hasRows } from './engine/compile.ts';
import { isQuestion } from './engine/is-question.ts';
import { rowsForAnswers, withRows } from './engine/row-names.ts';
import { withoutExclusive } from './exclusive.ts';
import type { FormChange, FormState } from './state.ts';

/**
 * Answers one question, or takes its answer away (`null`). An answer that the question does not take changes nothing and
 * comes back as `refused`; an implausible one is taken. `at` is when, where the answer does not say.
 *
 * @throws {EhchError} `bad-argument` for a key that names no question of the form.
 */
export function answerItem(state: FormState, key: ItemKey, answer: Answer | null, at?: Instant): FormChange {
  const before = noted(state);
  const instance = instanceOf(before.notes, key);
  const { item } = instance.node;
  if (!isQuestion(item)) throw new EhchError('bad-argument', 'Only a question can be answered.');
  const old = answerOf(before, key);
  const given = answer === null ? null : withoutExclusive(item, old, answer);
  const refused =
    given === null ? [] : doubtsAboutAnswer(item, given).filter(({ kind }) => kind !== 'implausible');
  if (item.readOnly === true || refused.length > 0)
    return { state, touched: new Set(), refused: item.readOnly === true ? [{ kind: 'read-only' }] : refused };
  const { draft } = before;
  const others = Object.entries(draft.answers).filter(([each]) => each !== key);
  const answers = Object.fromEntries(given === null ? others : [...others, [key, given]]);
  const changedAt = at ?? given?.at ?? draft.changedAt;
  const next = { ...draft, answers, changedAt };
  if (!hasRows(item)) return followed(before, next, (settlement) => settlement.answered(instance));
  return changed(before, withRows(next, instance, rowsForAnswers(draft, instance, old, given)), instance);
}
