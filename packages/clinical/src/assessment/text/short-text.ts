import { formatDate, formatDateTime } from '../../display/date.ts';
import { answerOf } from '../../form/answer-of.ts';
import { asked } from '../../form/asked.ts';
import { isQuestion } from '../../form/engine/is-question.ts';
import { progressOf } from '../../form/progress.ts';
import type { FormState } from '../../form/state.ts';
import type { ScoreResult } from '../../score.ts';
import { answerText, labelled } from '../answer-text.ts';
import { findAsked } from '../find-asked.ts';
import { disputesIn } from '../merge/disputes.ts';
import type { AssessmentTemplate, CandidateProblem } from '../types.ts';
import { whyOf, type AboutInstrument } from '../why-of.ts';
import { activeProblems, problemLines } from './problem-lines.ts';

/** [P] Which answers a colleague needs first, by question. One that a form does not have is left out. */
const REASON = ['reason', 'place', 'capacity', 'consent'];
const MATTERS = ['matters'];
const LIMITS = [
  'acp',
  'respect',
  'respect-on',
  'respect-where',
  'adrt',
  'adrt-on',
  'adrt-where',
  'preferred',
];
const CPR = ['cpr-form', 'cpr-where', 'cpr-note'];
const NEXT = ['stratum', 'escalation', 'next-review'];

/** [P] The scores of frailty stand before the problems, all others after the limits. */
const FRAILTY = ['cfs', 'efi', 'efi2', 'cga-frailty-index'];

export interface Shortened {
  readonly template: AssessmentTemplate;
  readonly state: FormState;
  /** Those that were used, the template's own index among them. */
  readonly scores: readonly ScoreResult[];
  readonly problems: readonly CandidateProblem[];
  readonly instruments: readonly AboutInstrument[];
}

/**
 * An assessment in about 15 lines, for a record that a colleague reads: why, frailty, problems with action, owner and day,
 * limits, scores, how to go on. Each line says what it is about. What it leaves out it counts, and the full text has it all.
 */
export function shortLines(of: Shortened): readonly string[] {
  const { template, state, scores, problems } = of;
  const { asked: all, answered, notAssessed } = progressOf(state);
  const disputes = disputesIn(state.draft).length;
  const undecided = problems.flatMap(({ problem, decision }) => (decision === null ? [problem] : []));
  const isFrailty = ({ instrument }: ScoreResult) => FRAILTY.includes(instrument);
  const named = (some: readonly ScoreResult[]) => some.map((score) => scoreText(score, of));
  return [
    `${template.title}, version ${template.version}, short. Seen ${formatDateTime(state.draft.assessedAt)}.`,
    ...line('Reason', saidOf(state, REASON)),
    ...line('About me', saidOf(state, MATTERS)),
    ...line('Frailty', named(scores.filter(isFrailty))),
    ...line('Active problems', activeProblems(state)),
    ...problemLines(state),
    ...line('Suggested and not decided', undecided),
    ...line('Limits', saidOf(state, LIMITS)),
    ...line('CPR', saidOf(state, CPR)),
    ...line('Scores', named(scores.filter((score) => !isFrailty(score)))),
    ...line('Next', saidOf(state, NEXT)),
    ...(disputes === 0 ? [] : [`Not settled: ${disputes} answers that people gave differently.`]),
    `${answered} of ${all} questions answered, ${notAssessed} not assessed. The full text has all that may be copied.`,
  ];
}

function line(title: string, said: readonly string[]): readonly string[] {
  return said.length === 0 ? [] : [`${title}: ${said.map((each) => each.replace(/\.$/, '')).join('; ')}.`];
}

/** Never a bare number: its band, whose rule, its day where it has another one, and what limits it. */
function scoreText(score: ScoreResult, { state, instruments }: Shortened): string {
  const { title, total, version, cautions, from } = whyOf(score, state, instruments);
  const beside = [
    version,
    ...(score.reachedOn === undefined ? [] : [formatDate(score.reachedOn)]),
    ...(from === null ? [] : [`from ${from.considered} of ${from.of} deficits, not an eFI`]),
    ...cautions,
  ];
  return `${title} ${total} (${beside.join(', ')})`;
}

/** The answers to these questions, each with its question. Words on screen go with the answers that they stand beside. */
function saidOf(state: FormState, ids: readonly string[]): readonly string[] {
  const shown = asked(state);
  const said: string[] = [];
  for (const id of ids) {
    const found = findAsked(shown, id);
    if (found === null) continue;
    const { item, key } = found;
    const answer = answerOf(state, key);
    if (isQuestion(item) && answer !== null && item.keptBack !== true)
      said.push(labelled(item.text, `${answerText(item, answer)}${dayText(answer)}`));
    // A form about CPR is never named without what it is not.
    if (item.type === 'display' && said.length > 0) said.push(item.text);
  }
  return said;
}

function dayText(answer: NonNullable<ReturnType<typeof answerOf>>): string {
  if (answer.state !== 'given' || answer.from.kind !== 'accepted') return '';
  const { recordedOn, source } = answer.from;
  return ` (${recordedOn === null ? 'date not recorded' : formatDate(recordedOn)}, ${source})`;
}
