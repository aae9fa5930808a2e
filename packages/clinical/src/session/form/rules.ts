import type { AssessmentTemplate, FinishedAssessment } from '../../assessment/types.ts';
import type { Finishing } from '../../assessment/finish.ts';
import type { FormDefinition } from '../../form/definition.ts';
import type { Draft, ProblemDecision } from '../../form/draft.ts';
import type { FormChange, FormState, ScoringContext } from '../../form/state.ts';
import type { ItemKey, NotGiven } from '../../form/answer.ts';
import type { Offer } from '../../form/offer.ts';
import type { Author } from '../../recorded.ts';
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

/** When something was pressed, and by whom. */
interface Pressed {
  readonly at: Instant;
  readonly by: Author | null;
}

/** What a session asks of the kit's own assessments. They are fetched when a form needs them; others do without. */
export interface AssessmentRules {
  readonly instruments: readonly Instrument[];
  scoringFacts(view: ResidentView, seen: Instant): ScoringContext['facts'];
  /** What the record and the last assessment offer to the questions and lists of a form. */
  offers(
    form: FormDefinition,
    view: ResidentView | null,
    previous: FinishedAssessment | null,
    now: Instant,
  ): readonly Offer[];
  /** `null`: what the offer answers is not asked now. */
  takeOver(state: FormState, offer: Offer, pressed: Pressed): FormChange | null;
  /** Takes over what was shown of a group, and replaces no answer. */
  takeOverAll(state: FormState, shown: readonly Offer[], pressed: Pressed): FormChange;
  /** What the last assessment said of a group, to every question without an answer. */
  asLastTime(state: FormState, group: ItemKey, offers: readonly Offer[], pressed: Pressed): FormChange;
  /** Says of every question of a group that is still to ask why it was not assessed. `except`: something is typed there. */
  notAssessed(state: FormState, group: ItemKey, why: NotGiven, except: ReadonlySet<ItemKey>): FormChange;
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
