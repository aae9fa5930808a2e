import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RosterEntry } from '@ehch/sdk/client';
import { NOW, ROSTER, turn } from './hand-driven.fixtures.ts';
import { rosterBook } from './roster-book.ts';

const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

/** A book over a server that returns this list or fails, and a count of the requests. */
function bookOf(list: readonly RosterEntry[] | null, asOf = NOW) {
  let asked = 0;
  const book = rosterBook(
    async () => {
      asked++;
      if (list === null) throw new Error('no');
      return { residents: list, asOf, incomplete: false };
    },
    60,
    () => {},
  );
  return { book, asked: () => asked };
}

const number = '9990000018';
for (const [what, nhsNumber] of [
  ['not a valid one', { state: 'invalid', value: number }],
  ['one of several', { state: 'several', values: [number, '9990000026'] }],
] as const)
  test(`an NHS number that is ${what} finds nobody`, async () => {
    const { book } = bookOf(ROSTER.map((entry) => ({ ...entry, nhsNumber })));
    book.read(NOW, false);
    await turn();
    assert.deepEqual(book.find(number), []);
  });

test('after a failure the list is asked for again after a while, and at once when the user asks', async () => {
  const { book, asked } = bookOf(null);
  book.read(NOW, false);
  await turn();
  book.read(later(0.4), false);
  assert.equal(asked(), 1);
  book.read(later(0.4), true);
  await turn();
  assert.equal(asked(), 2);
  book.read(later(1), false);
  assert.equal(asked(), 3);
});

test('a list is read again after ten minutes, and is stale after the place’s own limit', async () => {
  const { book, asked } = bookOf(ROSTER);
  book.read(NOW, false);
  await turn();
  book.read(later(9), false);
  assert.equal(asked(), 1);
  book.read(later(11), false);
  assert.equal(asked(), 2);
  const state = (minutes: number) => {
    const { state, ...rest } = book.state(later(minutes));
    return state === 'read' && 'stale' in rest ? rest.stale : state;
  };
  assert.equal(state(59), false);
  assert.equal(state(61), true);
});

test('a clock that was set back makes the list stale', async () => {
  const { book, asked } = bookOf(ROSTER);
  book.read(NOW, false);
  await turn();
  const state = book.state(later(-5));
  assert.ok(state.state === 'read' && state.stale);
  book.read(later(-5), false);
  assert.equal(asked(), 2);
});

/** A book whose answers come when the test decides, and a count of the changes it reported. */
function bookByHand() {
  const answers: ((list: readonly RosterEntry[] | null, incomplete?: boolean) => void)[] = [];
  let changes = 0;
  const book = rosterBook(
    () =>
      new Promise((resolve, reject) => {
        answers.push((list, incomplete = false) =>
          list === null ? reject(new Error('no')) : resolve({ residents: list, asOf: NOW, incomplete }),
        );
      }),
    60,
    () => (changes += 1),
  );
  return { book, answers, changes: () => changes };
}

test('a running read is not started twice, and reports a change at its start and its end', async () => {
  const { book, answers, changes } = bookByHand();
  book.read(NOW, false);
  book.read(NOW, true);
  assert.deepEqual([answers.length, changes(), book.state(NOW)], [1, 1, { state: 'reading' }]);
  answers[0]?.(ROSTER);
  await turn();
  assert.deepEqual([changes(), book.state(NOW).state], [2, 'read']);
});

test('a person missing from the newer list is no longer found, and an incomplete list says so', async () => {
  const { book, answers } = bookByHand();
  book.read(NOW, true);
  answers[0]?.(ROSTER);
  await turn();
  assert.equal(book.find(number).length, 1);
  book.read(NOW, true);
  answers[1]?.(ROSTER.slice(1), true);
  await turn();
  assert.deepEqual(book.find(number), []);
  const state = book.state(NOW);
  assert.ok(state.state === 'read' && state.incomplete && state.residents === ROSTER.length - 1);
});

test('a list whose refresh failed is stale at once, until it is read again or being read', async () => {
  const { book, answers } = bookByHand();
  const isStale = () => {
    const state = book.state(NOW);
    return state.state === 'read' ? state.stale : state.state;
  };
  for (const [list, expected] of [
    [ROSTER, false],
    [null, true],
    [ROSTER, false],
  ] as const) {
    book.read(NOW, true);
    assert.notEqual(isStale(), true, 'while it is read nobody knows better');
    answers.at(-1)?.(list);
    await turn();
    assert.equal(isStale(), expected);
  }
});

test('an NHS number that was not traced yet finds its resident', async () => {
  const untraced = { state: 'unverified', value: number, why: 'not traced' } as const;
  const { book } = bookOf(ROSTER.slice(0, 1).map((entry) => ({ ...entry, nhsNumber: untraced })));
  book.read(NOW, false);
  await turn();
  assert.equal(book.find(number).length, 1);
});
