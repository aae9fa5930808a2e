import type { AssessmentTemplate } from '../../assessment/types.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { ItemKey } from '../../form/answer.ts';
import type { Stamp } from '../step.ts';
import type { FormPress } from './action.ts';
import { change, signedBy, telling } from './answer.ts';
import type { FormGuards } from './guards.ts';
import type { FormSession } from './session.ts';
import { changed, withEffects } from './stepped.ts';
import type { FormStepped } from './stepped.ts';

/** A form as the template that it is, with rules and deficits of its own; `null`: it is none. */
export function asTemplate(form: FormDefinition | AssessmentTemplate): AssessmentTemplate | null {
  return 'problemRules' in form ? form : null;
}

/** Takes a candidate problem over in these words, dismisses it for this reason, or opens it again. */
export function takeDecision(
  session: FormSession,
  { rule, how, words }: Extract<FormPress, { readonly kind: 'decide-problem' }>,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { form, previous, around, state } = session;
  const template = asTemplate(form);
  if (state === null || template === null) return changed(session, {});
  // A problem has words, and "not a problem" has a reason.
  if (words.trim() === '' && how !== 'undecide')
    return changed(session, {}, { kind: 'focus', focus: { on: 'wording' } });
  const deciding = { rule, how, words, stamp: signedBy(session, stamp) };
  const closed: FormSession = { ...session, screen: { ...session.screen, deciding: null } };
  const decided = change(
    closed,
    (now) => around.rules?.decide(template, now, previous, deciding) ?? null,
    stamp,
    guards,
  );
  // An accepted one is an answer in the problem list from then on.
  const key = changedKey(state.draft.answers, decided.session.state?.draft.answers ?? {});
  return withEffects(telling(decided, session, key), { kind: 'focus', focus: { on: 'problem', rule } });
}

/** Settles by what one person said what several said otherwise. */
export function settle(
  session: FormSession,
  dispute: number,
  said: number,
  stamp: Stamp,
  guards: FormGuards,
): FormStepped {
  const { rules } = session.around;
  const settled = change(
    session,
    (now) => rules?.settle(now, dispute, said, stamp.at) ?? null,
    stamp,
    guards,
  );
  const key = changedKey(session.state?.draft.answers ?? {}, settled.session.state?.draft.answers ?? {});
  return withEffects(telling(settled, session, key), { kind: 'focus', focus: { on: 'disputes' } });
}

function changedKey(
  before: Readonly<Record<ItemKey, unknown>>,
  now: Readonly<Record<ItemKey, unknown>>,
): ItemKey | null {
  return Object.keys(now).find((one) => now[one] !== before[one]) ?? null;
}
