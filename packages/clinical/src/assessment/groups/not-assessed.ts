import { answerItem } from '../../form/answer-item.ts';
import type { ItemKey, NotGiven } from '../../form/answer.ts';
import type { FormChange, FormState } from '../../form/state.ts';
import { toAsk } from '../../form/to-ask.ts';

/**
 * Says of a whole group why it was not assessed, as one action: of every question that is still to ask. What somebody
 * answered stays, also where it was answered with another reason.
 *
 * @param except Questions that stay as they are, such as those in whose field something is typed.
 * @throws {EhchError} `bad-argument` where the form has no such item.
 */
export function notAssessed(
  state: FormState,
  within: ItemKey,
  why: NotGiven,
  except: ReadonlySet<ItemKey> = new Set(),
): FormChange {
  let now = state;
  const touched = new Set<ItemKey>();
  const refused = new Set(except);
  // A reason may ask another question, such as one that is asked unless there is a certain answer.
  for (;;) {
    const key = toAsk(now, within).find((each) => !refused.has(each));
    if (key === undefined) return { state: now, touched };
    const change = answerItem(now, key, why);
    if (change.refused !== undefined) refused.add(key);
    for (const each of change.touched) touched.add(each);
    now = change.state;
  }
}
