import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered } from '../answered.fixtures.ts';
import { factsOf } from '../facts-of.ts';
import type { AssessmentFacts } from '../types.ts';
import { cga1 } from './cga-1.ts';
import { falls } from './problem-rules/falls.ts';
import { fallsInAYear } from './falls-in-a-year.ts';
import { bodyDeficits } from './deficits/body.ts';

function facts(number: number | null, ...days: readonly string[]): AssessmentFacts {
  const falls = days.map((day, at) => [`fall-on[${at + 1}]`, day] as const);
  const count = number === null ? {} : { 'falls-12m': number };
  return factsOf(answered(cga1, { ...count, ...Object.fromEntries(falls) }));
}

test('falls that are described one by one count, whatever number stands above them', () => {
  const two = facts(0, '2026-10-01', '2026-09-01');
  assert.deepEqual([fallsInAYear(two).said, fallsInAYear(two).count], [0, 2]);
  assert.equal(falls.raise(two)?.words, '2 in 12 months, described one by one; the number given is 0');
  assert.equal(bodyDeficits.find(({ id }) => id === 'falls')?.value(two), 1);
});

test('a fall of more than a year ago is none of the year, and nothing said is not none', () => {
  assert.equal(fallsInAYear(facts(null, '2024-01-01')).count, null);
  assert.equal(fallsInAYear(facts(0, '2024-01-01')).count, 0);
  assert.equal(fallsInAYear(facts(null)).count, null);
  assert.equal(fallsInAYear(facts(3, '2026-10-01')).count, 3);
});
