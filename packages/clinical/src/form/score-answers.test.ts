import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../instruments/index.ts';
import { answerItem } from './answer-item.ts';
import type { FormItem } from './definition.ts';
import { AT, bool, draftOf, echo, given, number, option, refused } from './engine/forms.fixtures.ts';
import { formOfInstrument } from './form-of-instrument.ts';
import { openForm } from './open.ts';
import { addRow } from './rows.ts';
import { scoreAnswers } from './score-answers.ts';

const items: readonly FormItem[] = [
  { id: 'c', type: 'choice', text: 'c', options: [{ value: 'a', text: 'A' }] },
  {
    id: 'many',
    type: 'choice',
    text: 'm',
    repeats: true,
    options: [
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
    ],
  },
  { id: 'b', type: 'boolean', text: 'b' },
  { id: 'n', type: 'decimal', text: 'n' },
  { id: 'on', type: 'date', text: 'on' },
  { id: 'why', type: 'text', text: 'w' },
  {
    id: 'if',
    type: 'integer',
    text: 'if',
    when: { match: 'all', tests: [{ item: 'b', operator: '=', value: bool(true) }] },
  },
  { id: 'rows', type: 'group', text: 'r', repeats: true, items: [{ id: 'x', type: 'integer', text: 'x' }] },
];
const instrument = {
  ...echo,
  title: 'Echo',
  version: '1',
  source: { citation: 'None.', licence: 'None.' },
  permission: { state: 'not-needed', because: 'Made for this test.' } as const,
  items,
};
const input = (
  answers: Parameters<typeof scoreAnswers>[1],
  rest: Parameters<typeof scoreAnswers>[3] = {},
  facts = {},
) =>
  scoreAnswers(instrument, answers, { facts, settings: { echo: { cut: 4 } } }, { assessedAt: AT, ...rest })
    .items['input']?.value;

test('I1: answers become what the rule takes, by item id without the instrument', () => {
  const answers = {
    c: given(option('a')),
    many: given(option('b'), option('a')),
    b: given(bool(false)),
    n: given(number(0)),
    on: given({ type: 'date', value: '2026-10' }),
    why: refused,
    'x[1]': given(number(7)),
    'x[3]': refused,
  };
  assert.deepEqual(input(answers, { rows: { rows: ['1', '2', '3'] } }), {
    c: 'a',
    many: ['b', 'a'],
    b: false,
    n: 0,
    on: '2026-10',
    why: 'refused',
    rows: [{ x: 7 }, { x: 'refused' }],
    assessedAt: AT,
  });
});

test('I1: hidden and unanswered items are absent, and so are rows without an answer', () => {
  assert.deepEqual(input({ b: given(bool(false)), if: given(number(3)) }), { b: false, assessedAt: AT });
  assert.deepEqual(input({ b: given(bool(true)), if: given(number(3)) }), { b: true, if: 3, assessedAt: AT });
});

test('I2: an answer wins over a fact, also one that says nobody knows; settings are the second argument', () => {
  assert.deepEqual(
    input(
      { n: given(number(80)), why: { ...refused, state: 'not-known' } },
      {},
      { n: 83, why: 'fact', sex: 'female' },
    ),
    {
      n: 80,
      why: 'not-known',
      sex: 'female',
      assessedAt: AT,
    },
  );
  const score = scoreAnswers(
    instrument,
    {},
    { facts: { assessedAt: '1999-01-01T00:00:00Z' }, settings: { echo: { cut: 4 } } },
    { assessedAt: AT },
  );
  assert.deepEqual(
    [score.items['settings']?.value, score.items['input']?.value],
    [{ cut: 4 }, { assessedAt: AT }],
  );
});

test('I3: the form of an instrument is the same each time, with its questions under its own name', () => {
  const form = formOfInstrument(instrument);
  assert.equal(formOfInstrument(instrument), form);
  const ids = (all: readonly FormItem[]): readonly string[] =>
    all.flatMap((item) => [item.id, ...ids('items' in item ? (item.items ?? []) : [])]);
  assert.deepEqual(ids(form.items), ['echo', ...ids(items).map((id) => `echo/${id}`)]);
  const state = openForm(form, draftOf(form));
  assert.ok(state.hidden.has('echo/if'));
  assert.ok(!answerItem(state, 'echo/b', given(bool(true))).state.hidden.has('echo/if'));
});

test('I3: every instrument opens as a form, and an empty one has no total', () => {
  for (const each of instruments) {
    const form = formOfInstrument(each);
    const score = openForm(form, draftOf(form), { instruments }).scores.get(each.id);
    assert.equal(score?.instrument, each.id);
    assert.equal(score.total, null);
    // No item of an instrument is shown or calculated by an expression: the form of one would go on naming its old ids.
    assert.ok(!/"expression"/.test(JSON.stringify(each.items)), each.id);
  }
});

test('I1: readings in rows reach the rule in order', () => {
  const bp = instruments.find(({ id }) => id === 'orthostatic-bp');
  assert.ok(bp !== undefined);
  const form = formOfInstrument(bp);
  let state = addRow(openForm(form, draftOf(form), { instruments }), 'orthostatic-bp/standing').state;
  const readings = {
    lyingSbp: 150,
    lyingDbp: 80,
    'minute[1]': 1,
    'sbp[1]': 125,
    'dbp[1]': 75,
    'minute[2]': 3,
    'sbp[2]': 120,
    'dbp[2]': 70,
  };
  for (const [key, value] of Object.entries(readings))
    state = answerItem(state, `orthostatic-bp/${key}`, given(number(value))).state;
  for (const row of ['1', '2'])
    state = answerItem(state, `orthostatic-bp/posture[${row}]`, given(option('standing'))).state;
  state = answerItem(state, 'orthostatic-bp/symptoms', given(bool(false))).state;
  const score = state.scores.get('orthostatic-bp');
  assert.deepEqual([score?.status, score?.total, score?.band], ['complete', 30, 'positive']);
});
