import { ageInYears } from '../../display/age.ts';
import type { ResidentView } from '../../resident/view.ts';
import { londonDate } from '../../time/london.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import type { Instant } from '../../time/types.ts';
import type { ScoringContext } from '../state.ts';
import { recordedIn } from './recorded-fact.ts';

/**
 * What scores may take from the record without asking: the age, where the whole date of birth is known, and which scale of
 * NEWS2 a recorded target of oxygen saturation asks for, so that none is assumed. `seen`: when the person was seen, which
 * is not when a form is read.
 *
 * Not the sex: the one that a score means is not the record's gender (clinical rule 9.2), so that is a suggestion. Not a learning
 * disability or autism: problems and alerts come as words, and words are not read for a diagnosis.
 */
export function scoringFacts(view: ResidentView, seen: Instant): ScoringContext['facts'] {
  const ageYears = ageOf(view, seen);
  const target = recordedIn(view, 'news2')?.target ?? null;
  // The form asks for the scale where the record asks for scale 2, however doubtful that record is.
  const recordedScale = target?.isScaleOpen === true ? 2 : (target?.scale ?? null);
  return {
    ...(ageYears === null ? {} : { ageYears }),
    ...(recordedScale === null ? {} : { recordedScale }),
  };
}

/** Completed years on a day of their life; `null` unless the whole date of birth is known, and after a death. */
export function ageOf(view: ResidentView, at: Instant): number | null {
  const identity = recordedIn(view, 'identity');
  if (identity === null) return null;
  const { born, death } = identity;
  const day = londonDate(at);
  if (death.state === 'died' && day > (civilDayOf(death.on) ?? '')) return null;
  return ageInYears(born, day);
}
