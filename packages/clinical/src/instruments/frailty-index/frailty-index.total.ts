import { all, is, numberOf, when } from '../arithmetic.ts';
import { FEWEST, frailtyIndex, MOST_UNKNOWN_IN } from './frailty-index.ts';

const present = numberOf(frailtyIndex, 'present');
const considered = numberOf(frailtyIndex, 'considered');
const listed = numberOf(frailtyIndex, 'total');

/** Gives nothing if too few deficits are known, or if the three numbers contradict each other. */
export const total = when(
  all(
    is(is(is(present, '*', 2), 'mod', 1), '=', 0),
    is(present, '<=', considered),
    is(considered, '<=', listed),
    is(considered, '>=', FEWEST),
    is(is(is(listed, '-', considered), '*', MOST_UNKNOWN_IN), '<=', listed),
  ),
  is(present, '/', considered),
);
