import { addDays } from '../../time/civil-date.ts';
import type { AssessmentFacts } from '../types.ts';
import { isPast } from './problem-rules/raised-by.ts';

/** The falls of the last 12 months, by the number that was given and by those that were described one by one. */
export interface FallsInAYear {
  /** `null`: nobody said. */
  readonly said: number | null;
  readonly described: readonly AssessmentFacts[];
  /** The higher of the two: a fall that was described is a fall, whatever number stands above it. `null`: not known. */
  readonly count: number | null;
}

export function fallsInAYear(facts: AssessmentFacts): FallsInAYear {
  // A fall without a date is one of the year that was asked about.
  const from = addDays(facts.seenOn, -365);
  const described = facts.rows('fall').filter((row) => !isPast(row, row.answer('fall-on'), from));
  const answer = facts.answer('falls-12m');
  const said = typeof answer === 'number' ? answer : null;
  const count = said === null && described.length === 0 ? null : Math.max(said ?? 0, described.length);
  return { said, described, count };
}
