import { answerItem } from '../../form/answer-item.ts';
import { answerOf } from '../../form/answer-of.ts';
import type { ItemKey } from '../../form/answer.ts';
import { questionAt } from '../../form/question-at.ts';
import type { FormChange, FormState } from '../../form/state.ts';
import type { Instant } from '../../time/types.ts';

/**
 * Takes "not assessed because …" back from these questions, as one action: they are to ask again. What somebody answered
 * since stays.
 */
export function askAgain(state: FormState, keys: readonly ItemKey[], at: Instant): FormChange {
  let now = state;
  const touched = new Set<ItemKey>();
  // The last first: a reason may have asked a later question.
  for (const key of keys.toReversed()) {
    const answer = questionAt(now, key) === null ? null : answerOf(now, key);
    if (answer === null || answer.state === 'given') continue;
    const change = answerItem(now, key, null, at);
    for (const each of change.touched) touched.add(each);
    now = change.state;
  }
  return { state: now, touched };
}
