import type {
  AssessmentTemplate,
  CandidateProblem,
  FinishedAssessment,
  Finishing,
  FormChange,
  FormDefinition,
  FormItem,
  FormState,
  Instant,
  Instrument,
  ProblemDecision,
  ResidentView,
  ScoreResult,
  ScoringContext,
  Suggestion,
} from '@ehch/clinical';
import type { TemplateResult } from 'lit';
import type { Telling } from './scorer-ui.ts';

/** What a person decides about a candidate problem. */
export interface Deciding {
  readonly rule: string;
  readonly how: 'accept' | 'dismiss' | 'undecide';
  readonly words: string;
  readonly stamp: Pick<ProblemDecision, 'at' | 'by'>;
}

/**
 * The kit's own assessments and what belongs to them: 36 instruments, the CGA with its rules, what a record suggests, and
 * their drawing. A scorer asks for them when it needs them; a form of somebody else's does without.
 */
export interface Assessments {
  readonly instruments: readonly Instrument[];
  /** The assessment or instrument of this id; `null`: there is none. */
  formNamed(id: string): FormDefinition | AssessmentTemplate | null;
  scoringFacts(view: ResidentView, now: Instant): ScoringContext['facts'];
  suggestions(form: FormDefinition, view: ResidentView, now: Instant): readonly Suggestion[];
  candidates(
    template: AssessmentTemplate,
    state: FormState,
    last: FinishedAssessment | null,
  ): readonly CandidateProblem[];
  /** `null`: no rule raises this problem any more. */
  decide(
    template: AssessmentTemplate,
    state: FormState,
    last: FinishedAssessment | null,
    deciding: Deciding,
  ): FormChange | null;
  finish(state: FormState, finishing: Finishing): FinishedAssessment;
  /** The form as plain lines for a clinical record. */
  text(telling: Telling): string;
  /** What is to be careful about. Parts that could not be done or are impossible stand at their questions. */
  flagWords(score: ScoreResult): readonly string[];
  frailtyIndex(template: AssessmentTemplate, state: FormState): ScoreResult | null;
  /** What to fill in, to be chosen. `notFor`: why a form is not offered for this resident now. */
  drawChooser(search: string, level: number, notFor: (form: FormDefinition) => string | null): TemplateResult;
  /** What belongs beside the score of an instrument. */
  drawScoreCard(telling: Telling): unknown;
  /** What belongs to the plan of a template, with the section in front. */
  drawPlan(telling: Telling, template: AssessmentTemplate, front: FormItem | null): unknown;
  /** Why a score is what it is. */
  drawWhy(score: ScoreResult, telling: Telling): TemplateResult;
}

let atHand: Assessments | null = null;
let coming: Promise<Assessments> | null = null;

/** Makes them known to every scorer of this copy of the kit. */
export function register(assessments: Assessments): void {
  atHand = assessments;
}

/** Our own assessments: at once where the page has them, else when they have been fetched. One fetch for a page. */
export function ownAssessments(): Assessments | Promise<Assessments> {
  if (atHand !== null) return atHand;
  coming ??= import('./assessments/index.ts').then(
    ({ assessments }) => assessments,
    (error: unknown) => {
      // Asked again at the next press. Chromium then fetches again; Firefox remembers that it failed.
      coming = null;
      throw error;
    },
  );
  return coming;
}

const known = /* @__PURE__ */ new WeakMap<FormDefinition, boolean>();

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
