import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../form/answer.ts';
import { answered, NURSE } from './answered.fixtures.ts';
import { cga1 } from './cga/cga-1.ts';
import { contributorsOf } from './contributors.ts';

const GP = { name: 'Doctor One', role: 'GP' };
const [MONDAY, TUESDAY] = ['2026-11-09T10:00:00Z', '2026-11-10T10:00:00Z'];

test('who answered what and when is told person by person, the first first', () => {
  const monday = answered(cga1, { sleep: 'good', feet: 'care' }, { at: MONDAY, by: NURSE });
  const { draft } = answered(cga1, { transfers: 'one' }, { at: TUESDAY, by: GP, from: monday.draft });
  const decided = {
    ...draft,
    decisions: { feet: { state: 'dismissed', reason: 'seen today', at: TUESDAY, by: NURSE } },
  } as const;
  assert.deepEqual(
    contributorsOf(decided).map(({ by, answered: keys, decided: rules, first, last }) => [
      by,
      keys.map(({ key }) => key),
      rules.map(({ rule }) => rule),
      first,
      last,
    ]),
    [
      [NURSE, ['sleep', 'feet'], ['feet'], MONDAY, TUESDAY],
      [GP, ['transfers'], [], TUESDAY, TUESDAY],
    ],
  );
});

test('somebody whose name nobody recorded is one entry, and what the form filled in is nobody’s', () => {
  const initial: Answer = {
    state: 'given',
    values: [{ type: 'option', value: 'no' }],
    at: MONDAY,
    by: null,
    from: { kind: 'initial' },
  };
  const { draft } = answered(cga1, { sleep: 'good' }, { at: MONDAY });
  const people = contributorsOf({
    ...draft,
    answers: {
      ...draft.answers,
      breath: initial,
      feet: { state: 'refused', reason: null, at: TUESDAY, by: null },
    },
  });
  assert.deepEqual(
    people.map(({ by, answered: keys }) => [by, keys.length]),
    [
      [NURSE, 1],
      [null, 1],
    ],
  );
});
