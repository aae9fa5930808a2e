import { is, numberOf, pointsOf, sumOf, when } from '../arithmetic.ts';
import { frailScale } from './frail-scale.ts';

const illnesses = numberOf(frailScale, 'illnesses');
const loss = numberOf(frailScale, 'weightLossPct');

/** A loss of exactly 5 % leaves no total, because a place's ruling is not part of the form. */
export const total = sumOf(
  pointsOf('fatigue'),
  pointsOf('resistance'),
  pointsOf('ambulation'),
  when(is(illnesses, '>=', 5), 1, when(is(illnesses, '<', 5), 0)),
  when(is(loss, '>', 5), 1, when(is(loss, '<', 5), 0)),
);
