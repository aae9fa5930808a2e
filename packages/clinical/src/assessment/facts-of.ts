import { answerOf } from '../form/answer-of.ts';
import { asked, type AskedItem } from '../form/asked.ts';
import type { AnswerValue } from '../form/answer.ts';
import type { FormState } from '../form/state.ts';
import type { ScoreResult } from '../score.ts';
import { londonDate } from '../time/london.ts';
import { answerText, labelled } from './answer-text.ts';
import { sameResident } from './same-resident.ts';
import { totalText } from './score-text.ts';
import type { AssessmentFacts, FinishedAssessment } from './types.ts';

/**
 * What rules may look at: the answers and scores that are shown now. A hidden answer is none.
 * @throws {EhchError} `bad-argument` where the last assessment is of another resident.
 */
export function factsOf(state: FormState, last: FinishedAssessment | null = null): AssessmentFacts {
  if (last !== null) sameResident(last, state);
  const seenOn = londonDate(state.draft.assessedAt);
  const scores = [...state.scores.values()];
  const looking = (within: readonly AskedItem[]): AssessmentFacts => {
    const found = new Map<string, AskedItem[]>();
    const gather = (items: readonly AskedItem[]): void => {
      for (const each of items) {
        found.set(each.item.id, [...(found.get(each.item.id) ?? []), each]);
        gather(each.children);
        for (const row of each.rows ?? []) gather(row.children);
      }
    };
    gather(within);
    const values = (item: string) => (found.get(item) ?? []).flatMap(({ key }) => valuesOf(state, key));
    return {
      answer: (item) => values(item)[0]?.value ?? null,
      choices: (item) =>
        values(item).flatMap((value) =>
          value.type === 'option' || value.type === 'text' ? [value.value] : [],
        ),
      said: (item) =>
        (found.get(item) ?? [])
          .flatMap((each) => saidOf(state, each, byInstrument(scores, item)) ?? [])
          .join(', '),
      score: (instrument) => byInstrument(scores, instrument),
      lastScore: (instrument) => byInstrument(last?.scores ?? [], instrument),
      rows: (group) =>
        (found.get(group) ?? [])
          .flatMap(({ rows }) => rows ?? [])
          .filter(({ children }) => children.some((child) => hasValue(state, child)))
          .map(({ children }) => looking(children)),
      seenOn,
    };
  };
  return looking(asked(state));
}

function valuesOf(state: FormState, key: string): readonly AnswerValue[] {
  const answer = answerOf(state, key);
  return answer?.state === 'given' ? answer.values : [];
}

function saidOf(state: FormState, { item, key }: AskedItem, score: ScoreResult | null): string | null {
  if (item.type === 'group') return score === null ? null : `${item.text} ${totalText(score)}`;
  const answer = answerOf(state, key);
  return answer === null ? null : labelled(item.text, answerText(item, answer));
}

function byInstrument(scores: readonly ScoreResult[], instrument: string): ScoreResult | null {
  return scores.find((score) => score.instrument === instrument) ?? null;
}

function hasValue(state: FormState, { key, children, rows = [] }: AskedItem): boolean {
  if (answerOf(state, key)?.state === 'given') return true;
  return [...children, ...rows.flatMap((row) => row.children)].some((child) => hasValue(state, child));
}
