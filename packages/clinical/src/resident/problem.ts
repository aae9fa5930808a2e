import type { Recorded } from '../recorded.ts';
import type { PartialDate } from '../time/types.ts';

export interface Problem extends Recorded {
  readonly text: string;
  /** An end in the past makes it past, whatever its status says. */
  readonly status: 'active' | 'recurrence' | 'relapse' | 'inactive' | 'remission' | 'resolved' | 'not-stated';
  readonly severity: string | null;
  readonly ended: PartialDate | null;
  /** When it ended, where no date says it: "at 60 years", "in childhood". */
  readonly endedWords?: string | null;
  /** Which of the record's days `on` is. */
  readonly dated?: 'began' | 'recorded';
  /** The day it was written down, where `on` says when it began. */
  readonly recorded?: PartialDate | null;
  /** When it began, where no date says it: "at 52 years", "as a child". */
  readonly onset?: string | null;
  /** How sure the record is, in words: "provisional". `null`: confirmed, or not said. */
  readonly verification?: string | null;
  /** Where in the body: "left heel". */
  readonly site?: string | null;
  /** "Category 3". */
  readonly stage?: string | null;
  /** What it was told by: "fever". */
  readonly evidence?: string | null;
  /** How much it matters, and which time it is, as the practice keeps it: "major", "new episode". */
  readonly weight?: string | null;
  /** What kind of entry it is, where it is none of a problem list or a visit: "health concern". */
  readonly category?: string | null;
}

const PAST: readonly Problem['status'][] = ['inactive', 'remission', 'resolved'];

/** Whether a problem is over. One of which nobody says whether it is active is not. */
export function isPastProblem({ status }: Pick<Problem, 'status'>): boolean {
  return PAST.includes(status);
}
