import { answerOf } from '../../form/answer-of.ts';
import { itemKey } from '../../form/key.ts';
import type { FormState } from '../../form/state.ts';
import type { ResidentView } from '../../resident/view.ts';
import { londonDate } from '../../time/london.ts';
import type { Instant, PartialDate } from '../../time/types.ts';
import { factsOf } from '../facts-of.ts';
import { recordFacts } from './record-facts.ts';
import type { StratumFact } from './stratum-fact.ts';

/** The answers of the template that speak of it, by what they are about. */
const ANSWERS = [
  ['cfs', 'cfs'],
  ['news2', 'usual-news2'],
  ['weight', 'bmi/kg'],
  ['falls', 'falls-12m'],
  ['planning', 'acp'],
] as const satisfies readonly (readonly [StratumFact['about'], string])[];

/**
 * What stands beside the five strata (clinical rule 11.2): CFS and the one before, NEWS2 and usual, weight, falls, stays in
 * hospital, advance care planning. `view` `null`: there is no record, and only the form speaks.
 */
export function stratumFacts(
  view: ResidentView | null,
  state: FormState,
  now: Instant,
): readonly StratumFact[] {
  const { said, score } = factsOf(state);
  const answered = ANSWERS.flatMap(([about, item]): readonly StratumFact[] => {
    const result = score(item);
    const text = result?.status === 'incomplete' ? '' : said(item);
    if (text === '') return [];
    const on = result === null ? saidOn(state, item) : (result.reachedOn ?? state.draft.assessedAt);
    return [{ about, text, on, from: 'assessment', state: 'known' }];
  });
  return [...(view === null ? [] : recordFacts(view, londonDate(now))), ...answered];
}

/** What was taken over from the record keeps the day that it has there. */
function saidOn(state: FormState, item: string): PartialDate | null {
  const answer = answerOf(state, itemKey(item));
  return answer?.state === 'given' && answer.from.kind === 'accepted'
    ? answer.from.recordedOn
    : state.draft.assessedAt;
}
