import type { ProblemRule } from '../../types.ts';
import { fallsInAYear } from '../falls-in-a-year.ts';
import { because, raisedBy } from './raised-by.ts';

const BAD = raisedBy('falls', 'Falls', {
  'fall-injury': 'minor|serious',
  'fall-blackout': 'yes',
  'fall-up': 'no',
});

/** NICE NG249: a fall in the last year with frailty, injury, loss of consciousness or not getting up alone; or two or more. */
export const falls: ProblemRule = {
  ...BAD,
  raise(facts) {
    const { said, described, count } = fallsInAYear(facts);
    if (count !== null && count >= 2) {
      const fewer = said !== null && said < described.length;
      return fewer
        ? {
            words: `${count} in 12 months, described one by one; the number given is ${said}`,
            items: ['falls-12m'],
          }
        : because(facts, `${count} in 12 months`, 'falls-12m');
    }
    const bad = described.map((row) => BAD.raise(row)).find((reason) => reason !== null) ?? null;
    if (bad !== null) return bad;
    // Our groups of CFS levels: frailty from 5; 9 says nothing about it.
    const level = facts.score('cfs')?.total ?? 0;
    return count === 1 && level >= 5 && level <= 8 ? because(facts, '', 'falls-12m', 'cfs') : null;
  },
};
