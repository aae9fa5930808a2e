import type { AssessmentTemplate, FinishedAssessment } from '../../assessment/types.ts';
import type { Finishing } from '../../assessment/finish.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft, ProblemDecision } from '../../form/draft.ts';
import type { FormChange, FormState, ScoringContext } from '../../form/state.ts';
import type { Suggestion } from '../../form/suggestion.ts';
import type { Instrument } from '../../instrument.ts';
import type { ResidentView } from '../../resident/view.ts';
import type { Instant } from '../../time/types.ts';

/** What a person decides about a candidate problem. */
export interface Deciding {
  readonly rule: string;
  readonly how: 'accept' | 'dismiss' | 'undecide';
  readonly words: string;
  readonly stamp: Pick<ProblemDecision, 'at' | 'by'>;
}

/** What a session asks of the kit's own assessments. They are fetched when a form needs them; others do without. */
export interface AssessmentRules {
  readonly instruments: readonly Instrument[];
  scoringFacts(view: ResidentView, seen: Instant): ScoringContext['facts'];
  /** What the record says of the questions, and what was said last time. */
  suggestions(
    form: FormDefinition,
    view: ResidentView | null,
    previous: FinishedAssessment | null,
    now: Instant,
  ): readonly Suggestion[];
  /** `null`: no rule raises this problem any more. */
  decide(
    template: AssessmentTemplate,
    state: FormState,
    last: FinishedAssessment | null,
    deciding: Deciding,
  ): FormChange | null;
  /** Settles what people said otherwise by what one of them said; `null`: there is nothing to choose at that place. */
  settle(state: FormState, dispute: number, said: number, at: Instant): FormChange | null;
  /** Puts together what was made of one draft in two places; `null`: they are not of one draft. */
  merge(form: FormDefinition, base: Draft, mine: Draft, theirs: Draft): Draft | null;
  finish(state: FormState, finishing: Finishing): FinishedAssessment;
}
