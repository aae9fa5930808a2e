import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** NICE NG249: a fall in the last year with frailty, injury, loss of consciousness or not getting up alone; or two or more. */
export const falls: ProblemRule = {
  id: 'falls',
  problem: 'Falls',
  raise: (facts) => {
    const rows = facts.rows('fall');
    const said = facts.answer('falls-12m');
    const count = Math.max(typeof said === 'number' ? said : 0, rows.length);
    if (count >= 2) return because(`${count} falls in 12 months`, 'falls-12m');
    const bad = rows.some(
      (row) =>
        is(row, 'fall-injury', 'minor|serious') ||
        is(row, 'fall-blackout', 'yes') ||
        is(row, 'fall-up', 'no'),
    );
    if (bad)
      return because(
        'A fall with injury, loss of consciousness or not getting up alone',
        'fall-injury',
        'fall-blackout',
        'fall-up',
      );
    // Our groups of CFS levels: frailty from 5; 9 says nothing about it.
    const level = facts.score('cfs')?.total ?? 0;
    return count === 1 && level >= 5 && level <= 8
      ? because('A fall in 12 months, with frailty', 'falls-12m', 'cfs')
      : null;
  },
};
