import { addDays } from '../../../time/civil-date.ts';
import type { ProblemRule } from '../../types.ts';
import { because, isPast, raisedBy } from './raised-by.ts';

const BAD = /* @__PURE__ */ raisedBy('falls', 'Falls', {
  'fall-injury': 'minor|serious',
  'fall-blackout': 'yes',
  'fall-up': 'no',
});

/** NICE NG249: a fall in the last year with frailty, injury, loss of consciousness or not getting up alone; or two or more. */
export const falls: ProblemRule = {
  ...BAD,
  raise(facts) {
    // A fall without a date is one of the year that was asked about.
    const from = addDays(facts.seenOn, -365);
    const rows = facts.rows('fall').filter((row) => !isPast(row, row.answer('fall-on'), from));
    const said = facts.answer('falls-12m');
    const count = Math.max(typeof said === 'number' ? said : 0, rows.length);
    if (count >= 2) return because(facts, `${count} in 12 months`, 'falls-12m');
    const bad = rows.map((row) => BAD.raise(row)).find((reason) => reason !== null) ?? null;
    if (bad !== null) return bad;
    // Our groups of CFS levels: frailty from 5; 9 says nothing about it.
    const level = facts.score('cfs')?.total ?? 0;
    return count === 1 && level >= 5 && level <= 8 ? because(facts, '', 'falls-12m', 'cfs') : null;
  },
};
