import { formatDateTime } from '../../display/date.ts';
import { plainText } from '../../display/plain-text.ts';
import { asked, type AskedItem } from '../../form/asked.ts';
import type { FormDefinition } from '../../form/definition.ts';
import { openForm } from '../../form/open.ts';
import { progressOf } from '../../form/progress.ts';
import type { FormState, Total } from '../../form/state.ts';
import type { Author } from '../../recorded.ts';
import type { ScoreResult } from '../../score.ts';
import type { Instant } from '../../time/types.ts';
import { problemsOf } from '../candidates.ts';
import { cgaFrailtyIndex } from '../cga-frailty-index.ts';
import { isUsed, usedScores } from '../is-used.ts';
import type { AssessmentTemplate, FinishedAssessment } from '../types.ts';
import type { AboutInstrument } from '../why-of.ts';
import { acknowledgement } from './acknowledgement.ts';
import { closingLines } from './closing-lines.ts';
import { itemLines } from './item-lines.ts';
import { personText } from './person-text.ts';
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
  /** That the record does not have it, or is not known to: "NOT SENT when this was made". It stands before what it is about. */
  readonly notSent?: string | null;
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
  options: AsTextOptions,
): string {
  const { now, author, identity, instruments = [], ascii = false, length = 'full' } = options;
  const { inError = null, notSent = null } = options;
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
    ...closingLines(form, of, instruments),
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
  const owners = acknowledgement(scores, instruments);
  return [
    ...(identity === undefined ? [] : [identity]),
    ...(inError === null ? [] : [inErrorText(inError)]),
    ...(notSent === null ? [] : [notSent]),
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

function footOf(finished: FinishedAssessment | null, author: Author | null, now: Instant): string {
  const copied = `Copied ${formatDateTime(now)} by ${personText(author)}.`;
  return finished === null
    ? `DRAFT, not finished. ${copied}`
    : `Finished ${formatDateTime(finished.finishedAt)} by ${personText(finished.by)}. ${copied}`;
}

function inErrorText({ reason, at, by }: NonNullable<AsTextOptions['inError']>): string {
  return `ENTERED IN ERROR, ${formatDateTime(at)} by ${personText(by)}: ${plainText(reason)}. Do not rely on what follows.`;
}
