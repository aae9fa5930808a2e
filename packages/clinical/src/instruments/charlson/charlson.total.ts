import { all, is, numberOf, pointsOf, sumOf, when, NOTHING } from '../arithmetic.ts';
import { charlson } from './charlson.ts';
import { CHARLSON_QUESTIONS, ONE_OF } from './charlson-conditions.ts';

const age = numberOf(charlson, 'ageYears');
const from = (years: number) => when(is(age, '>=', years), 1, when(is(age, '<', years), 0));

const inTwoDegrees = ONE_OF.map((pair) =>
  pair.map((id) => is(pointsOf(id), '>', 0)).reduce((milder, worse) => all(milder, worse)),
).reduce((left, right) => is(left, 'or', right));

/** Age scores a point at each of 50, 60, 70 and 80. One disease answered in two degrees leaves no total. */
export const total = when(
  inTwoDegrees,
  NOTHING,
  sumOf(...CHARLSON_QUESTIONS.map(({ id }) => pointsOf(id)), from(50), from(60), from(70), from(80)),
);
