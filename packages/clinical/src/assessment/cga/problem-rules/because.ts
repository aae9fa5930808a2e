import { spanOf } from '../../../time/partial-date.ts';
import type { AssessmentFacts, Reason } from '../../types.ts';

export function because(words: string, ...items: readonly string[]): Reason {
  return { words, items };
}

/** Whether a question has one of these answers. `values`: one, or several with `|` between them. */
export function is(facts: AssessmentFacts, item: string, values: string): boolean {
  const answer = facts.answer(item);
  return typeof answer === 'string' && values.split('|').includes(answer);
}

/** Whether a date lies wholly before the day the person was seen. What is no date, or not known whole, is not past. */
export function isPast(facts: AssessmentFacts, date: number | string | boolean | null): boolean {
  const span = typeof date === 'string' ? spanOf(date) : null;
  return span !== null && span.to < facts.seenOn;
}

/**
 * Raised by a score of which a higher one is worse. Missing parts could only add to it, so a sum so far that reaches the
 * cut is enough (clinical rule 1.1).
 */
export function reaches(
  facts: AssessmentFacts,
  instrument: string,
  title: string,
  from: number,
): Reason | null {
  const score = facts.score(instrument);
  if (score?.status !== 'complete' && score?.status !== 'incomplete') return null;
  const sum = score.total ?? score.atLeast ?? null;
  if (sum === null || sum < from) return null;
  return because(`${title} ${score.total === null ? 'at least ' : ''}${sum}`, instrument);
}
