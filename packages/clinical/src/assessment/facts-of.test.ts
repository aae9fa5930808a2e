import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered } from './answered.fixtures.ts';
import { cga1 } from './cga/cga-1.ts';
import { factsOf } from './facts-of.ts';

const FALLS = { 'fall-where[1]': 'stairs', 'fall-where[2]': 'garden' } as const;

test('a rule that looks at the whole form sees what was said in every row, in their order', () => {
  const facts = factsOf(answered(cga1, FALLS));
  assert.deepEqual(facts.choices('fall-where'), ['stairs', 'garden']);
  assert.equal(facts.answer('fall-where'), 'stairs');
  assert.equal(facts.said('fall-where'), 'Where: stairs, Where: garden');
});

test('a rule that looks at a row sees that row alone, and a row in which nothing was said is none', () => {
  const { rows } = factsOf(answered(cga1, { ...FALLS, 'fall-where[3]': null }));
  assert.deepEqual(
    rows('fall').map((row) => row.choices('fall-where')),
    [['stairs'], ['garden']],
  );
});
