import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '../errors.ts';
import { answerItem } from './answer-item.ts';
import type { AnswerValue } from './answer.ts';
import { decideProblem } from './decide.ts';
import type { FormQuestion } from './definition.ts';
import { doubtsAbout } from './doubt.ts';
import {
  AT,
  choice,
  draftOf,
  formOf,
  given,
  integer,
  number,
  option,
  refused,
  text,
  total,
} from './engine/forms.fixtures.ts';
import { openForm } from './open.ts';
import { addRow } from './rows.ts';
import { startDraft } from './start.ts';

const LATER = '2026-11-21T10:00:00Z';
const question = (type: FormQuestion['type'], more: Partial<FormQuestion> = {}): FormQuestion => ({
  id: 'q',
  type,
  text: 'q',
  ...more,
});

function kinds(asked: FormQuestion, ...values: readonly AnswerValue[]): readonly string[] {
  const form = formOf(asked);
  const state = openForm(form, draftOf(form));
  const { state: after, refused: doubts = [], touched } = answerItem(state, asked.id, given(...values));
  if (doubts.length === 0) assert.ok(after !== state && touched.has(asked.id));
  else assert.ok(after === state && touched.size === 0);
  return doubts.map(({ kind }) => kind);
}

test('A1: an answer that the question does not take is refused with every reason, and changes nothing', () => {
  const date = (value: string): AnswerValue => ({ type: 'date', value });
  const bounded = question('date', { earliest: '2026-01-01', latest: '2026-06' });
  const cases: readonly [FormQuestion, readonly AnswerValue[], readonly string[]][] = [
    [question('integer'), [number(2.5)], ['not-whole']],
    [question('integer'), [number(Number.NaN)], ['wrong-kind']],
    [question('decimal'), [text('2')], ['wrong-kind']],
    [question('boolean'), [option('yes')], ['wrong-kind']],
    [choice('q'), [option('z')], ['not-an-option']],
    [choice('q'), [text('a')], ['wrong-kind']],
    [choice('q'), [option('a'), option('b')], ['too-many']],
    [choice('q', { repeats: true }), [option('a'), option('a')], ['too-many']],
    [choice('q', { repeats: true, answerCount: { max: 1 } }), [option('a'), option('b')], ['more-than']],
    [choice('q', { repeats: true, answerCount: { max: 2 } }), [option('a'), option('b')], []],
    [question('text', { minLength: 3 }), [text('no')], ['too-short']],
    [question('text', { minLength: 3 }), [text('yes')], []],
    // One letter of two units of JavaScript is one character.
    [question('text', { maxLength: 1 }), [text('\u{1F600}')], []],
    [question('decimal', { decimals: 1 }), [number(36.65)], ['too-precise']],
    [question('decimal', { decimals: 1 }), [number(36.6)], []],
    [question('decimal', { decimals: 0 }), [number(1e-7)], ['too-precise']],
    [question('open-choice', { options: [] }), [text('anything')], []],
    [bounded, [date('2025-12-31')], ['too-early']],
    [bounded, [date('2025')], ['too-early']],
    [bounded, [date('2026')], []],
    [bounded, [date('2026-06-30')], []],
    [bounded, [date('2026-07')], ['too-late']],
    [question('text', { maxLength: 3 }), [text('abcd')], ['too-long']],
    [question('text', { maxLength: 3 }), [text('a👵b')], []],
    [question('text'), [text('  ')], ['empty']],
    [question('text'), [], ['empty']],
    [question('date'), [{ type: 'date', value: '2026-02-30' }], ['wrong-kind']],
    [question('date'), [{ type: 'date', value: '2026-02' }], []],
    [question('time'), [{ type: 'time', value: '24:00' }], ['wrong-kind']],
    [question('time'), [{ type: 'time', value: '09:05' }], []],
    [
      question('integer', { repeats: true, limits: { max: 9 } }),
      [number(10), number(1.5)],
      ['impossible', 'not-whole'],
    ],
    [question('text', { readOnly: true }), [text('x')], ['read-only']],
    [
      question('quantity', { units: [{ code: 'kg', text: 'kg', factor: 1 }] }),
      [{ type: 'number', value: 60, unit: '[lb_av]' }],
      ['wrong-kind'],
    ],
  ];
  for (const [asked, values, expected] of cases)
    assert.deepEqual(kinds(asked, ...values), expected, JSON.stringify(values));
});

test('A1: what is shown and not answered here cannot be cleared either', () => {
  const form = formOf(question('text', { readOnly: true, initial: [text('from the hospital')] }));
  const state = openForm(form, startDraft({ id: 'd', resident: 'r', form, at: AT }));
  const { state: after, refused: doubts } = answerItem(state, 'q', null);
  assert.deepEqual([after, doubts], [state, [{ kind: 'read-only' }]]);
});

test('A1: only a question of the form can be answered', () => {
  const form = formOf(total('t', { op: 'nothing' }), { id: 'd', type: 'display', text: 'd' });
  const state = openForm(form, draftOf(form));
  for (const key of ['t', 'd', 'nowhere'])
    assert.throws(
      () => answerItem(state, key, refused),
      (error) => error instanceof EhchError && error.code === 'bad-argument',
    );
});

test('A2: the limits themselves are possible, beyond them is not; implausible is taken and doubted', () => {
  const asked = question('decimal', { limits: { min: 20, max: 45 }, plausible: { min: 32, max: 42 } });
  const kindsOf = (value: number) => doubtsAbout(asked, number(value)).map(({ kind }) => kind);
  assert.deepEqual([20, 31.9, 32, 42, 42.1, 45].map(kindsOf), [
    ['implausible'],
    ['implausible'],
    [],
    [],
    ['implausible'],
    ['implausible'],
  ]);
  assert.deepEqual([19.9, 45.1, -20].map(kindsOf), [['impossible'], ['impossible'], ['impossible']]);
  assert.deepEqual(kinds(asked, number(31)), []);
  assert.deepEqual(kinds(asked, number(19)), ['impossible']);
  assert.deepEqual(doubtsAbout(asked, number(19)), [{ kind: 'impossible', limits: { min: 20, max: 45 } }]);
});

test('A3: "not assessed because" answers every question, and null takes any answer away', () => {
  for (const type of [
    'choice',
    'open-choice',
    'boolean',
    'integer',
    'decimal',
    'quantity',
    'date',
    'time',
    'text',
  ] as const) {
    const form = formOf(question(type, { required: true, limits: { min: 5 } }));
    const state = openForm(form, draftOf(form));
    const { state: after } = answerItem(state, 'q', { ...refused, reason: 'asleep', at: LATER });
    assert.deepEqual(after.draft.answers['q'], { state: 'refused', reason: 'asleep', at: LATER, by: null });
    assert.equal(after.draft.changedAt, LATER);
    assert.deepEqual(answerItem(after, 'q', null).state.draft.answers, {});
  }
});

test('A4: an exclusive option and the others take each other away; what was chosen last stays', () => {
  const asked = choice('q', {
    repeats: true,
    options: [
      { value: 'none', text: 'None', exclusive: true },
      { value: 'a', text: 'A' },
      { value: 'b', text: 'B' },
    ],
  });
  const form = formOf(asked);
  const choose = (before: readonly string[], now: readonly string[]) => {
    const first = openForm(
      form,
      draftOf(form, before.length === 0 ? {} : { q: given(...before.map(option)) }),
    );
    const answer = answerItem(first, 'q', given(...now.map(option))).state.draft.answers['q'];
    return answer?.state === 'given' ? answer.values.map(({ value }) => value) : [];
  };
  assert.deepEqual(choose(['a', 'b'], ['a', 'b', 'none']), ['none']);
  assert.deepEqual(choose(['a', 'b'], ['none', 'a', 'b']), ['none']);
  assert.deepEqual(choose(['none'], ['none', 'b']), ['b']);
  assert.deepEqual(choose(['a'], ['a', 'b']), ['a', 'b']);
  assert.deepEqual(choose([], ['none']), ['none']);
});

test('A7: an imported form fills in what it says, in every row, as initial; nothing else does', () => {
  const form = formOf(
    integer('q', { initial: [number(3)] }),
    integer('none'),
    { id: 'g', type: 'group', text: 'g', repeats: true, items: [integer('x', { initial: [number(1)] })] },
    choice('c', {
      repeats: true,
      initial: [option('a'), option('b')],
      items: [integer('about', { initial: [number(7)] })],
    }),
  );
  const draft = startDraft({ id: 'd', resident: 'r', form, at: AT });
  const { state } = addRow(openForm(form, draft), 'g', LATER);
  assert.deepEqual(Object.keys(state.draft.answers), ['q', 'x[1]', 'c', 'about[1]', 'about[2]', 'x[2]']);
  assert.deepEqual(state.draft.answers['x[2]'], {
    state: 'given',
    values: [number(1)],
    at: LATER,
    by: null,
    from: { kind: 'initial' },
  });
  assert.equal(state.draft.setAside, undefined);
});

test('A decision about a candidate problem is kept, changed and taken back', () => {
  const form = formOf(integer('q'));
  const state = openForm(form, draftOf(form));
  const dismissed = { state: 'dismissed', reason: 'known since 2024', at: LATER, by: null } as const;
  const { state: after, touched } = decideProblem(state, 'weight-loss', dismissed);
  assert.deepEqual(
    [after.draft.decisions, after.draft.changedAt, touched.size],
    [{ 'weight-loss': dismissed }, LATER, 0],
  );
  assert.deepEqual(decideProblem(after, 'weight-loss', null).state.draft.decisions, {});
  assert.deepEqual(answerItem(after, 'q', given(number(1))).state.draft.decisions, after.draft.decisions);
});
