import { answerOf, scoringFacts } from '@ehch/clinical/form';
import { cfs, enterCfs, mayScore } from '@ehch/clinical/instruments';
import type { FormState, ItemKey } from '@ehch/clinical/form';
import type { CfsInput } from '@ehch/clinical/instruments';
import type { SessionView } from '../session-view.ts';

const NONE: ReadonlyMap<ItemKey, string> = new Map();

/**
 * Beside the field of the Clinical Frailty Scale: the level that the degree of a dementia suggests (Rockwood and Theou 2020).
 * Words and never an answer, never read backwards, and only where the place may be led to a level.
 */
export function cfsHint({ state, record, place }: SessionView): ReadonlyMap<ItemKey, string> {
  const dementia = chosen(state, 'dementia-degree');
  if (dementia === null || !state.scores.has('cfs') || !mayScore(cfs, place)) return NONE;
  const { suggested } = enterCfs({
    ...(record === null ? {} : scoringFacts(record, state.draft.assessedAt)),
    dementia: dementia as NonNullable<CfsInput['dementia']>,
    disability: yes(state, 'cfs/disability'),
  });
  return suggested === null
    ? NONE
    : new Map([
        ['cfs/level', `A hint, no answer: with a dementia of this degree the level is often ${suggested}.`],
      ]);
}

function valueOf(state: FormState, key: ItemKey): unknown {
  // What is hidden was not said.
  const answer = state.hidden.has(key) ? null : answerOf(state, key);
  return answer?.state === 'given' ? answer.values[0]?.value : null;
}

function chosen(state: FormState, key: ItemKey): string | null {
  if (state.form.id !== 'cga') return null;
  const value = valueOf(state, key);
  return typeof value === 'string' ? value : null;
}

function yes(state: FormState, key: ItemKey): boolean | null {
  const value = valueOf(state, key);
  return typeof value === 'boolean' ? value : null;
}
