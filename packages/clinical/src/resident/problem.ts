import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

/**
 * A condition or problem of the record, in the words of the record. "Not stated" may be active or past. `on` is the day
 * that `dated` names.
 */
export interface Problem extends Recorded {
  readonly text: string;
  /** An end date in the past makes the problem past, whatever its status says. */
  readonly status: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'not-stated';
  readonly severity: string | null;
  readonly ended: PartialDate | null;
  /** When it ended, if the record gives words and no date: "at 60 years", "in childhood". */
  readonly endedWords?: string | null;
  /** Whether `on` is the day it began or the day it was recorded. */
  readonly dated?: 'began' | 'recorded';
  /** The day it was recorded, if `on` is the day it began. */
  readonly recorded?: PartialDate | null;
  /** When it began, if the record gives words and no date: "at 52 years", "as a child". */
  readonly onset?: string | null;
  /** How sure the record is, in words: "provisional". `null` means confirmed, or not stated. */
  readonly verification?: string | null;
  /** Where in the body: "left heel". */
  readonly site?: string | null;
  /** "Category 3". */
  readonly stage?: string | null;
  /** The evidence for it: "fever". */
  readonly evidence?: string | null;
  /** The practice's significance and episode: "major", "new episode". */
  readonly weight?: string | null;
  /** The kind of entry, if it is neither from a problem list nor from a visit: "health concern". */
  readonly category?: string | null;
}

const PAST: readonly Problem['status'][] = ['inactive', 'remission', 'resolved'];

/** Whether a problem is over. A problem with no stated status is not. */
export function isPastProblem({ status }: Pick<Problem, 'status'>): boolean {
  return PAST.includes(status);
}
