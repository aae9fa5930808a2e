import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '../errors.ts';
import { answerItem } from './answer-item.ts';
import { answerOf } from './answer-of.ts';
import { asked } from './asked.ts';
import type { FormGroup, FormItem } from './definition.ts';
import type { Expression } from './expression.ts';
import {
  answers,
  bool,
  choice,
  draftOf,
  formOf,
  given,
  integer,
  number,
  option,
  sum,
  text,
  total,
  yesNo,
} from './engine/forms.fixtures.ts';
import { itemKey } from './key.ts';
import { openForm } from './open.ts';
import { addRow, removeRow } from './rows.ts';
import type { FormChange, FormState } from './state.ts';

const list = (id: string, ...items: readonly FormItem[]): FormGroup => ({
  id,
  type: 'group',
  text: id,
  repeats: true,
  items,
});

/** One change after another. */
function after(state: FormState, ...changes: readonly ((state: FormState) => FormChange)[]): FormState {
  return changes.reduce((now, change) => change(now).state, state);
}

const answer = (key: string, value: number) => (state: FormState) =>
  answerItem(state, key, given(number(value)));
const add = (key: string) => (state: FormState) => addRow(state, key);
const remove = (key: string, row: string) => (state: FormState) => removeRow(state, key, row);

test('R1: ids that look like rows make keys of their own', () => {
  const keys = [
    itemKey('x', ['2']),
    itemKey('x[2]'),
    itemKey('x[2]', ['2']),
    itemKey('x'),
    itemKey('x', ['2', '1']),
    itemKey('x[2.1]'),
    itemKey('x[]'),
    itemKey('x[2]', []),
  ];
  assert.equal(new Set(keys).size, keys.length - 1);
  assert.deepEqual([keys[0], keys[3], keys[4]], ['x[2]', 'x', 'x[2.1]']);
  const form = formOf(list('g', integer('x')), integer('x[1]'));
  const state = after(openForm(form, draftOf(form)), answer('x[1]', 1), answer('x[1][]', 2));
  assert.deepEqual(Object.keys(state.draft.answers), ['x[1]', 'x[1][]']);
});

test('R1: ids such as __proto__ and constructor are ids like others', () => {
  const ids = ['__proto__', 'constructor', 'toString'];
  const form = formOf(
    ...ids.map((id) => integer(id)),
    list('hasOwnProperty', integer('valueOf')),
    total('t', sum(answers(...ids))),
  );
  const state = openForm(form, draftOf(form));
  assert.deepEqual(
    ids.map((id) => answerOf(state, id)),
    [null, null, null],
  );
  const full = after(
    state,
    ...ids.map((id) => answer(id, 2)),
    add('hasOwnProperty'),
    answer('valueOf[2]', 5),
  );
  assert.deepEqual(full.totals.get('t'), { state: 'scored', value: 6, missing: [] });
  assert.deepEqual(JSON.parse(JSON.stringify(full.draft)), full.draft);
  assert.equal(({} as Record<string, unknown>)['state'], undefined);
});

test('R2: a group begins with one row, may have none, and no name is used twice', () => {
  const form = formOf(list('g', integer('x')));
  const begin = openForm(form, draftOf(form));
  assert.deepEqual(
    asked(begin)[0]?.rows?.map(({ row }) => row),
    ['1'],
  );
  const none = after(begin, remove('g', '1'));
  assert.deepEqual(asked(none)[0]?.rows, []);
  const later = after(none, add('g'), add('g'), remove('g', '3'), add('g'));
  assert.deepEqual(
    asked(later)[0]?.rows?.map(({ row }) => row),
    ['2', '4'],
  );
  const reopened = after(
    openForm(form, JSON.parse(JSON.stringify(after(later, remove('g', '4')).draft))),
    add('g'),
  );
  assert.deepEqual(reopened.draft.rows['g'], ['2', '5']);
});

test('R3: a row goes with its answers, nested rows too, and with no others', () => {
  const form = formOf(list('g', integer('x'), list('h', integer('y'))), integer('z'));
  const state = after(
    openForm(form, draftOf(form)),
    add('g'),
    add('h[2]'),
    ...['x[1]', 'x[2]', 'y[1.1]', 'y[2.1]', 'y[2.2]', 'z'].map((key) => answer(key, 1)),
  );
  const left = after(state, remove('g', '2'));
  assert.deepEqual(Object.keys(left.draft.answers), ['x[1]', 'y[1.1]', 'z']);
  assert.deepEqual(Object.keys(left.draft.rows), ['g']);
  assert.deepEqual(after(left, remove('g', 'no such row')).draft.answers, left.draft.answers);
});

test('R2: what is no repeating group has no rows to add or take away', () => {
  const form = formOf(integer('x'), { id: 'g', type: 'group', text: 'g', items: [] });
  const state = openForm(form, draftOf(form));
  for (const key of ['x', 'g', 'nowhere'])
    for (const change of [add(key), remove(key, '1')])
      assert.throws(
        () => change(state),
        (error) => error instanceof EhchError && error.code === 'bad-argument',
      );
});

test('R4: an answer that stays keeps what was answered about it; another option is another answer', () => {
  const form = formOf(choice('q', { repeats: true, items: [integer('about')] }));
  const choose =
    (...values: readonly string[]) =>
    (state: FormState) =>
      answerItem(state, 'q', given(...values.map(option)));
  const two = after(
    openForm(form, draftOf(form)),
    choose('a', 'b'),
    answer('about[1]', 10),
    answer('about[2]', 20),
  );
  const of = (state: FormState) =>
    asked(state)[0]?.rows?.map(({ children }) =>
      children.map(({ key }) => {
        const it = answerOf(state, key);
        return it?.state === 'given' ? it.values[0]?.value : null;
      }),
    );
  assert.deepEqual(of(two), [[10], [20]]);
  assert.deepEqual(of(after(two, choose('b', 'a'))), [[20], [10]]);
  assert.deepEqual(of(after(two, choose('b', 'c'))), [[20], [null]]);
  assert.deepEqual(of(after(two, choose('c', 'b'))), [[null], [20]]);
  assert.deepEqual(of(after(two, choose('b'), choose('a', 'b'))), [[null], [20]]);
});

test('R4: a text corrected in its place is the same answer', () => {
  const form = formOf({ id: 'q', type: 'text', text: 'q', repeats: true, items: [integer('about')] });
  const write =
    (...values: readonly string[]) =>
    (state: FormState) =>
      answerItem(state, 'q', given(...values.map(text)));
  const state = after(
    openForm(form, draftOf(form)),
    write('asprin', 'water'),
    answer('about[1]', 75),
    write('aspirin', 'water'),
  );
  assert.deepEqual(state.draft.rows['q'], ['1', '2']);
  assert.equal(Object.keys(state.draft.answers).includes('about[1]'), true);
});

test('R5: a row reads its own row, else the enclosing one, else all; everywhere reads all', () => {
  const inRow = total('own', sum(answers('x')));
  const everywhere = total('all', sum({ op: 'answers', items: ['x'], everywhere: true }));
  const deep = total('deep', sum(answers('x')));
  const form = formOf(
    list('g', integer('x'), inRow, everywhere, list('h', deep)),
    total('top', sum(answers('x'))),
    total('owns', sum(answers('own'))),
  );
  const { totals } = after(
    openForm(form, draftOf(form)),
    add('g'),
    add('h[2]'),
    answer('x[1]', 1),
    answer('x[2]', 10),
  );
  const values = Object.fromEntries(
    [...totals].map(([key, it]) => [key, it.state === 'scored' ? it.value : it.state]),
  );
  assert.deepEqual(values, {
    'own[1]': 1,
    'own[2]': 10,
    'all[1]': 11,
    'all[2]': 11,
    'deep[1.1]': 1,
    'deep[2.1]': 10,
    'deep[2.2]': 10,
    top: 11,
    owns: 11,
  });
});

test('R5: a share of every row is worked out anew with each answer in any row, whichever of both is read first', () => {
  const all: Expression = { op: 'answers', items: ['x'], everywhere: true };
  const share = (left: Expression, right: Expression) =>
    ({ op: '/', left: sum(left), right: sum(right) }) as const;
  const form = formOf(
    list(
      'g',
      integer('x'),
      total('share', share(answers('x'), all)),
      total('times', share(all, answers('x'))),
    ),
  );
  const state = after(openForm(form, draftOf(form)), add('g'), answer('x[1]', 5), answer('x[2]', 15));
  const valueOf = (key: string) => {
    const it = state.totals.get(key);
    return it?.state === 'scored' ? it.value : it?.state;
  };
  assert.deepEqual([valueOf('share[1]'), valueOf('share[2]')], [0.25, 0.75]);
  assert.deepEqual([valueOf('times[1]'), valueOf('times[2]')], [4, 1.33333333]);
});

test('R5: a question is shown by the answer of its own row, and by the answer that it is about', () => {
  const when = (item: string, value: ReturnType<typeof bool>) => ({
    when: { match: 'all' as const, tests: [{ item, operator: '=' as const, value }] },
  });
  const form = formOf(
    list('g', yesNo('ask'), integer('then', when('ask', bool(true)))),
    choice('q', { repeats: true, items: [integer('ofB', when('q', option('b')))] }),
  );
  const state = after(
    openForm(form, draftOf(form)),
    add('g'),
    (now) => answerItem(now, 'ask[2]', given(bool(true))),
    (now) => answerItem(now, 'q', given(option('a'), option('b'))),
  );
  assert.deepEqual([...state.hidden].sort(), ['ofB[1]', 'then[1]']);
});
