import { formatDateTime } from '../../display/date.ts';
import { plainText } from '../../display/plain-text.ts';
import { asked, type AskedItem } from '../../form/asked.ts';
import type { FormDefinition, FormItem } from '../../form/definition.ts';
import { openForm } from '../../form/open.ts';
import { progressOf } from '../../form/progress.ts';
import type { FormState, Total } from '../../form/state.ts';
import type { Author } from '../../recorded.ts';
import type { ScoreResult } from '../../score.ts';
import type { Instant } from '../../time/types.ts';
import { answerText, labelled } from '../answer-text.ts';
import { problemsOf } from '../candidates.ts';
import { cgaFrailtyIndex } from '../cga-frailty-index.ts';
import { contributorsOf } from '../contributors.ts';
import { findItem } from '../find-item.ts';
import { isUsed, usedScores } from '../is-used.ts';
import { disputesIn, type Dispute } from '../merge/disputes.ts';
import { splitKey } from '../merge/row-keys.ts';
import type { AssessmentTemplate, CandidateProblem, FinishedAssessment } from '../types.ts';
import type { AboutInstrument } from '../why-of.ts';
import { acknowledgement } from './acknowledgement.ts';
import { itemLines } from './item-lines.ts';
import { plainLine } from './plain-characters.ts';
import { scoreLine } from './score-line.ts';
import { shortLines } from './short-text.ts';

export interface AsTextOptions {
  readonly now: Instant;
  /** Who copies it; `null`: not said. */
  readonly author: Author | null;
  /** A line that says whose assessment it is, where the receiving record wants one. Nothing of the identity is added here. */
  readonly identity?: string;
  readonly instruments?: readonly AboutInstrument[];
  /** For records that take ASCII alone. Letters lose their accents. */
  readonly ascii?: boolean;
  /** `short`: a template in about 15 lines. Any other form is as it is in `full`, which is what it is without this. */
  readonly length?: 'short' | 'full';
  /** Marked as entered in error since it was signed. It stands first: half of this text read alone would be believed. */
  readonly inError?: { readonly reason: string; readonly at: Instant; readonly by: Author | null } | null;
}

/**
 * The assessment as text for a host's record: plain lines, no tabs, no control characters, LF between lines, every value
 * with its unit and date, and what is not complete said to be so. An instrument alone is one line, whose it is, and its foot.
 *
 * What is kept back is in no copy, and the text says that such a question exists, never how it was answered.
 */
export function asText(
  form: FormDefinition | AssessmentTemplate,
  of: FormState | FinishedAssessment,
  { now, author, identity, instruments = [], ascii = false, length = 'full', inError = null }: AsTextOptions,
): string {
  const finished = 'finishedAt' in of ? of : null;
  const state = 'finishedAt' in of ? openForm(form, of.draft) : of;
  const scores = finished?.scores ?? usedScores(state);
  const single =
    form.items.length === 1 && form.items[0]?.type === 'group' ? form.items[0].instrument : undefined;
  const lines = {
    state,
    score: (id: string) => scores.find(({ instrument }) => instrument === id) ?? null,
    scoreLine: (score: ScoreResult, also: readonly string[]) =>
      scoreLine(score, state, instruments, single === score.instrument, also),
    total: (key: string): Total | null => {
      const value =
        finished !== null && Object.hasOwn(finished.totals, key) ? finished.totals[key] : undefined;
      if (value !== undefined) return { state: 'scored', value, missing: [] };
      return state.totals.get(key) ?? null;
    },
  };
  const full = () => [
    ...headOf(form, state),
    ...sections(asked(state), lines),
    ...endOf(form, state, finished, instruments),
  ];
  const body =
    single !== undefined
      ? itemLines(asked(state), lines)
      : length === 'short' && 'problemRules' in form
        ? shortLines({
            template: form,
            state,
            scores: [...scores, ...ownIndex(form, state, finished)],
            problems: finished?.problems ?? problemsOf(form, state),
            instruments,
          })
        : full();
  const owners = acknowledgement(scores.filter(isUsed), instruments);
  return [
    ...(identity === undefined ? [] : [identity]),
    ...(inError === null ? [] : [inErrorText(inError)]),
    ...body,
    ...(owners === null ? [] : [owners]),
    footOf(finished, author, now),
  ]
    .map((line) => plainLine(line, ascii))
    .filter((line) => line !== '')
    .join('\n');
}

/** The template's own index of an open form; of a finished one it is among the scores. */
function ownIndex(
  template: AssessmentTemplate,
  state: FormState,
  finished: FinishedAssessment | null,
): readonly ScoreResult[] {
  const index = finished === null ? cgaFrailtyIndex(template, state) : null;
  return index !== null && isUsed(index) ? [index] : [];
}

function headOf(form: FormDefinition, state: FormState): readonly string[] {
  const { answered, notAssessed, asked: all } = progressOf(state);
  return [
    `${form.title}, version ${form.version}. Seen ${formatDateTime(state.draft.assessedAt)}.`,
    `${answered} of ${all} questions answered, ${notAssessed} not assessed. What has no answer is not listed.`,
  ];
}

function sections(items: readonly AskedItem[], lines: Parameters<typeof itemLines>[1]): readonly string[] {
  return items.flatMap((section) => {
    const said = itemLines([section], lines);
    if (said.length === 0) return [];
    const titled = section.item.type === 'group' && section.rows === undefined;
    return titled ? [section.item.text.toUpperCase(), ...said.map((line) => `- ${line}`)] : said;
  });
}

/** The index, what was decided about problems, what is kept back, and who answered. */
function endOf(
  form: FormDefinition | AssessmentTemplate,
  state: FormState,
  finished: FinishedAssessment | null,
  instruments: readonly AboutInstrument[],
): readonly string[] {
  const template = 'problemRules' in form ? form : null;
  const index =
    finished === null && template !== null
      ? cgaFrailtyIndex(template, state)
      : (finished?.scores.find(({ instrument }) => instrument === `${form.id}-frailty-index`) ?? null);
  const problems = finished?.problems ?? (template === null ? [] : problemsOf(template, state));
  const people = contributorsOf(state.draft).map(
    ({ by, last, answered }) => `${personText(by)}: ${answered.length}, last ${formatDateTime(last)}`,
  );
  const kept = keptBack(form.items);
  return [
    ...(index !== null && isUsed(index) ? [indexLine(index, state, instruments)] : []),
    ...problems.flatMap((problem) => undecided(problem)),
    ...disputesIn(state.draft).flatMap((dispute) => unsettled(form, dispute)),
    ...(kept.length === 0 ? [] : [`Not copied, whatever the answer: ${kept.join(', ')}.`]),
    ...(people.length === 0 ? [] : [`Answers by ${people.join('; ')}.`]),
  ];
}

function indexLine(index: ScoreResult, state: FormState, instruments: readonly AboutInstrument[]): string {
  return scoreLine(index, state, instruments, false);
}

/** An accepted problem stands on the list with what was planned. The others are said so. */
function undecided({ problem, reason, decision }: CandidateProblem): readonly string[] {
  if (decision === null) return [`Suggested and not decided: ${problem} (${reason.words}).`];
  return decision.state === 'dismissed' ? [`Not a problem: ${problem}, because ${decision.reason}.`] : [];
}

/** What people said otherwise has no line above, because the form has no answer there. */
function unsettled(form: FormDefinition, dispute: Dispute): readonly string[] {
  if (dispute.kind !== 'answer') return [];
  const { id } = splitKey(dispute.key);
  const item = findItem(form.items, (each) => each.id === id);
  if (item === null || ('keptBack' in item && item.keptBack)) return [];
  const said = dispute.said.map((answer) =>
    answer === null ? 'taken back' : `${answerText(item, answer)} (${personText(answer.by)})`,
  );
  return [`Not settled: ${labelled(item.text, said.join(' / '))}.`];
}

function keptBack(items: readonly FormItem[]): readonly string[] {
  return items.flatMap((item) => [
    ...('keptBack' in item && item.keptBack ? [item.text] : []),
    ...('items' in item ? keptBack(item.items ?? []) : []),
  ]);
}

function footOf(finished: FinishedAssessment | null, author: Author | null, now: Instant): string {
  const copied = `Copied ${formatDateTime(now)} by ${personText(author)}.`;
  return finished === null
    ? `DRAFT, not finished. ${copied}`
    : `Finished ${formatDateTime(finished.finishedAt)} by ${personText(finished.by)}. ${copied}`;
}

function inErrorText({ reason, at, by }: NonNullable<AsTextOptions['inError']>): string {
  return `ENTERED IN ERROR, ${formatDateTime(at)} by ${personText(by)}: ${plainText(reason)}. Do not rely on what follows.`;
}

function personText(by: Author | null): string {
  const parts = [by?.name, by?.role].map((part) => plainText(part ?? '')).filter((part) => part !== '');
  return parts.length === 0 ? 'a person not named' : parts.join(', ');
}
