import type { ScoreResult } from '@ehch/clinical';
import type {
  AssessmentTemplate,
  CandidateProblem,
  FinishedAssessment,
  GroupSummary,
} from '@ehch/clinical/assessment';
import type { Draft, FormDefinition, FormItem, FormState, ItemKey, Offer } from '@ehch/clinical/form';
import type { AssessmentRules } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import type { CSSResult, TemplateResult } from 'lit';
import { PartSource } from '../internal/part-source.ts';
import type { SessionView } from './session-view.ts';
import type { UnsentScore } from './unsent-in.ts';

/** What the list of forms is drawn from. */
export interface Choosing {
  /** What was typed to find one. */
  readonly search: string;
  /** Of the headings. */
  readonly level: number;
  readonly now: Instant;
  /** The drafts of this resident that nobody has finished. */
  readonly unfinished: readonly Draft[];
  /** What was signed here of this resident, and can still be taken back. */
  readonly signed: readonly FinishedAssessment[];
  /** What was signed on this device, whoever did, and is not on the server as far as is known. */
  readonly unsent: readonly UnsentScore[];
  /** Whether they have been looked for. Before they are listed nobody may take it that there are none. */
  readonly looking: 'not-asked' | 'listing' | 'listed' | 'not-listed';
  /** Why it is not known whether there are any; `null`: it is, or nobody was asked. */
  readonly notListed: { readonly error: unknown } | null;
  /** Of the person who chooses: it decides which five forms come first. */
  readonly role: string | null;
  /** The forms that the place offers, by id, in its order; `null`: all. */
  readonly offered: readonly string[] | null;
  /** Why a form is not offered for this resident now; `null`: it is. */
  notFor(form: Pick<FormDefinition, 'id'>): string | null;
}

/**
 * The kit's own assessments and what belongs to them: 36 instruments, the CGA with its rules, what a record suggests, and
 * their drawing. A scorer asks for them when it needs them; a form of somebody else's does without.
 */
export interface Assessments extends AssessmentRules {
  /** The assessment or instrument of this id; `null`: there is none. */
  formNamed(id: string): FormDefinition | AssessmentTemplate | null;
  candidates(
    template: AssessmentTemplate,
    state: FormState,
    last: FinishedAssessment | null,
  ): readonly CandidateProblem[];
  /** How a group or section stands, for one line. */
  groupSummary(state: FormState, group: ItemKey, offers: readonly Offer[]): GroupSummary;
  /** The form as plain lines for a clinical record. `short`: a template in about 15 of them. */
  text(view: SessionView, length: 'short' | 'full'): string;
  /**
   * What has no place among the questions and belongs on paper: what was not decided, what is kept back, who answered; and
   * below a signed score the agreed limits and whom to ring.
   */
  renderClosing(view: SessionView): unknown;
  /** Prints the form alone, in a document of its own at `place`. */
  print(view: SessionView, who: TemplateResult, place: ParentNode & Node, styles: readonly CSSResult[]): void;
  /** What is to be careful about. Parts that could not be done or are impossible stand at their questions. */
  flagWords(score: ScoreResult): readonly string[];
  frailtyIndex(template: AssessmentTemplate, state: FormState): ScoreResult | null;
  /** What to fill in, to be chosen. */
  renderChooser(choosing: Choosing): TemplateResult;
  /** What was there before: answers of an earlier visit, and what people said otherwise about the same thing. */
  renderBefore(view: SessionView): unknown;
  /** What is otherwise than in the last assessment: in one line, and all of it. */
  renderChanges(view: SessionView): unknown;
  renderOnlyChanges(view: SessionView): unknown;
  /** Words beside a question that help to judge it and are no answer. The same object while they are the same. */
  hints(view: SessionView): ReadonlyMap<ItemKey, string>;
  /** Options that are not for whoever answers here, by question. */
  notOffered(view: SessionView): ReadonlyMap<ItemKey, string>;
  /** What belongs beside the score of an instrument. */
  renderScoreCard(view: SessionView): unknown;
  /** What to know and do once the score of an instrument is signed. */
  renderAfterScore(view: SessionView): unknown;
  /** What belongs to the plan of a template, with the section in front. */
  renderPlan(view: SessionView, template: AssessmentTemplate, front: FormItem | null): unknown;
  /** Why a score is what it is. */
  renderWhy(score: ScoreResult, view: SessionView): TemplateResult;
}

const source = new PartSource<Assessments>(() =>
  import('./assessments/index.ts').then(({ assessments }) => assessments),
);

/** Makes them known to every scorer of this copy of the kit. */
export function register(assessments: Assessments): void {
  source.register(assessments);
}

/** Our own assessments: at once where the page has them, else when they have been fetched. One fetch for a page. */
export function ownAssessments(): Assessments | Promise<Assessments> {
  return source.atHand ?? source.fetch();
}

const known = new WeakMap<FormDefinition, boolean>();

/** Whether a form cannot be shown without them: it has rules, an instrument, or a question that a record may answer. */
export function needsOwn(form: FormDefinition | AssessmentTemplate): boolean {
  const within = (item: FormItem): boolean =>
    ('instrument' in item && item.instrument !== undefined) ||
    ('fact' in item && item.fact !== undefined) ||
    ('items' in item && (item.items ?? []).some(within));
  const needs = known.get(form) ?? ('problemRules' in form || form.items.some(within));
  known.set(form, needs);
  return needs;
}
