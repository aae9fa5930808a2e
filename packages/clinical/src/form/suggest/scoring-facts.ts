import { ageInYears } from '../../display/age.ts';
import type { ResidentView } from '../../resident/view.ts';
import { londonDate } from '../../time/london.ts';
import type { Instant } from '../../time/types.ts';
import type { ScoringContext } from '../state.ts';
import { recordedIn } from './recorded-fact.ts';

/**
 * What scores may take from the record without asking: the age, where the whole date of birth is known.
 *
 * Not the sex: the one that a score means is not the record's gender (clinical 9.2), so that is a suggestion. Not a learning
 * disability or autism: problems and alerts come as words, and words are not read for a diagnosis.
 */
export function scoringFacts(view: ResidentView, now: Instant): ScoringContext['facts'] {
  const ageYears = ageOf(view, now);
  return ageYears === null ? {} : { ageYears };
}

/** Completed years today; `null` unless the whole date of birth is known, and of somebody who died. */
export function ageOf(view: ResidentView, now: Instant): number | null {
  const identity = recordedIn(view, 'identity');
  if (identity === null || identity.death.state === 'died') return null;
  return ageInYears(identity.born, londonDate(now));
}
