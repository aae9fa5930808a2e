import type { Draft, ProblemDecision } from '../form/draft.ts';
import type { FormDefinition } from '../form/definition.ts';
import type { ItemKey } from '../form/answer.ts';
import type { Author } from '../recorded.ts';
import type { ScoreResult } from '../score.ts';
import type { CivilDate, Instant, PartialDate } from '../time/types.ts';

/** A template that people fill in together: versioned data, of which older versions stay readable. */
export interface AssessmentTemplate extends FormDefinition {
  /** What people type when they look for it, besides its title. In small letters. */
  readonly searchWords?: readonly string[];
  /** The rules that may raise a candidate problem out of its answers. */
  readonly problemRules: readonly ProblemRule[];
  /** The template's own list of deficits, for its own frailty index. `null`: it has none. */
  readonly deficits: readonly DeficitRule[] | null;
}

/** Raises a candidate problem. Named, so that a decision about it holds although the answers change around it. */
export interface ProblemRule {
  readonly id: string;
  /** The problem as a clinician would write it, to be edited: "Weight loss". */
  readonly problem: string;
  /** Looks at the answers and says why, with the questions that made it say so; `null`: nothing to raise. */
  readonly raise: (facts: AssessmentFacts) => Reason | null;
}

/** Codes one deficit: 0 absent, 1 present, between in part; `null`: not known, and then it leaves the denominator. */
export interface DeficitRule {
  readonly id: string;
  readonly label: string;
  readonly value: (facts: AssessmentFacts) => number | null;
}

/** What rules may look at. */
export interface AssessmentFacts {
  /** The option, number, text, boolean or date of an answered and shown question; else `null`. */
  answer(item: string): number | string | boolean | null;
  /** Every chosen option of a question. */
  choices(item: string): readonly string[];
  /** What was answered, in the form's own words, "Swallowing: Difficulty", or an instrument's result, "4AT at least 4". */
  said(item: string): string;
  /** The result of an instrument in the assessment, whatever its state. */
  score(instrument: string): ScoreResult | null;
  /** The result of the same instrument in the last finished assessment, where one was given. */
  lastScore(instrument: string): ScoreResult | null;
  /** Each row of a repeating group in which something was said; `answer` and `choices` then look at that row alone. */
  rows(group: string): readonly AssessmentFacts[];
  /** The day the person was seen. Rules judge dates by it, so that a finished assessment says the same for ever. */
  readonly seenOn: CivilDate;
}

/** Why a rule raised a problem: in words, and by the ids of the questions whose answers led to it. */
export interface Reason {
  readonly words: string;
  readonly items: readonly string[];
}

/** A candidate problem with what was decided of it. */
export interface CandidateProblem {
  readonly rule: string;
  readonly problem: string;
  readonly reason: Reason;
  readonly decision: ProblemDecision | null;
  /** What was decided when the rule had another reason. It no longer holds and stands beside. */
  readonly earlier?: ProblemDecision;
}

/** An assessment that a person finished and answers for. */
export interface FinishedAssessment {
  readonly draft: Draft;
  readonly scores: readonly ScoreResult[];
  /** Calculated items that came to a number of which nothing is missing; others are not in it. */
  readonly totals: Readonly<Record<ItemKey, number>>;
  readonly problems: readonly CandidateProblem[];
  /** The day of each finding that has another one than the assessment: what it was weighed, judged or given on. */
  readonly days: Readonly<Record<ItemKey, PartialDate>>;
  readonly finishedAt: Instant;
  readonly by: Author | null;
}
