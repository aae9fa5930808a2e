import { formatDateTime } from '../../display/date.ts';
import type { FormDefinition, FormItem } from '../../form/definition.ts';
import { openForm } from '../../form/open.ts';
import type { FormState } from '../../form/state.ts';
import type { ScoreResult } from '../../score.ts';
import { answerText, labelled } from '../answer-text.ts';
import { problemsOf } from '../candidates.ts';
import { cgaFrailtyIndex } from '../cga-frailty-index.ts';
import { contributorsOf } from '../contributors.ts';
import { findItem } from '../find-item.ts';
import { isUsed } from '../is-used.ts';
import { disputesIn, type Dispute } from '../merge/disputes.ts';
import { splitKey } from '../../form/key.ts';
import type { AssessmentTemplate, CandidateProblem, FinishedAssessment } from '../types.ts';
import type { AboutInstrument } from '../why-of.ts';
import { personText } from './person-text.ts';
import { scoreLine } from './score-line.ts';

/** What has no place among the questions: the index, undecided problems, disputes, what is kept back, and who answered. */
export function closingLines(
  form: FormDefinition | AssessmentTemplate,
  of: FormState | FinishedAssessment,
  instruments: readonly AboutInstrument[],
): readonly string[] {
  const finished = 'finishedAt' in of ? of : null;
  const state = 'finishedAt' in of ? openForm(form, of.draft) : of;
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
