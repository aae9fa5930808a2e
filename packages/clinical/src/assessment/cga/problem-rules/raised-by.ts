import { spanOf } from '../../../time/partial-date.ts';
import type { AssessmentFacts, ProblemRule, Reason } from '../../types.ts';

/**
 * What raises a problem, by question or instrument. Text: these answers, or these bands, with `|` between them. A number:
 * a score from there up, of an instrument of which a higher one is worse.
 */
type Triggers = Readonly<Record<string, string | number>>;

/** A rule of answers and scores alone: any one of them is enough, and all that apply are its reason. */
export function raisedBy(id: string, problem: string, triggers: Triggers): ProblemRule {
  return {
    id,
    problem,
    raise(facts) {
      const items = Object.keys(triggers).filter((item) => applies(facts, item, triggers[item] ?? ''));
      return items.length === 0 ? null : because(facts, '', ...items);
    },
  };
}

/** The reason in words, and what was answered or scored that it rests on. */
export function because({ said }: AssessmentFacts, words: string, ...items: readonly string[]): Reason {
  return { words: [words, ...items.map(said)].filter((each) => each !== '').join('; '), items };
}

/** Whether a date lies wholly before a day, else the day the person was seen. What is no date, or not known whole, does not. */
export function isPast(
  { seenOn }: AssessmentFacts,
  date: number | string | boolean | null,
  day = seenOn,
): boolean {
  const span = typeof date === 'string' ? spanOf(date) : null;
  return span !== null && span.to < day;
}

function applies(facts: AssessmentFacts, item: string, trigger: string | number): boolean {
  const score = facts.score(item);
  if (typeof trigger === 'number') {
    const known = score?.status === 'complete' || score?.status === 'incomplete';
    // Missing parts could only add, so a sum so far that reaches the cut is enough (clinical rule 1.1).
    return known && (score.total ?? score.atLeast ?? -1) >= trigger;
  }
  const values = score === null ? facts.choices(item) : [score.band];
  return values.some((value) => value !== null && trigger.split('|').includes(value));
}
