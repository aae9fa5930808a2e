import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadEntry } from './entry.ts';
import { goneOf } from './gone.ts';
import { standingOf } from './standing.ts';
import { NO_TIMES } from './matter-order.ts';
import { CARER, GP, NURSE, Presses } from './thread.fixtures.ts';
import type { Thread } from './thread.ts';
import { threadsOf } from './threads-of.ts';
import { unsentRaising } from './unsent-raising.ts';

const NOW = '2026-11-20T09:30:00.000Z';

function onlyOf(entries: readonly ThreadEntry[]): Thread {
  const [thread, ...others] = threadsOf(entries);
  assert(thread !== undefined && others.length === 0);
  return thread;
}

/** The same entries, of which no server is known to have those from this place on. */
function unsentFrom(place: number, { entries }: Presses): readonly ThreadEntry[] {
  return entries.map((entry, index) =>
    index < place ? entry : { ...entry, receivedAt: null, unsent: 'not-sent' },
  );
}

test('E9: a raising that was not sent makes its thread, and the thread says so', () => {
  const presses = new Presses();
  presses.raise();
  const thread = onlyOf(unsentFrom(0, presses));
  assert.equal(unsentRaising(thread), 'not-sent');
  assert.equal(standingOf(thread, NOW, NO_TIMES).state, 'waiting');
  assert.equal(unsentRaising(onlyOf(presses.entries)), null);
});

for (const [name, press] of [
  ['an answer', (presses: Presses) => presses.answer()],
  ['seen', (presses: Presses) => presses.press(GP, { kind: 'see' })],
  [
    'a withdrawal',
    (presses: Presses) => presses.press(CARER, { kind: 'withdraw', why: 'mistake', words: '' }),
  ],
  ['“worse”', (presses: Presses) => presses.press(NURSE, { kind: 'worse', words: 'Grey.' })],
] as const)
  test(`E9: ${name} that was not sent changes nothing, and stands with the thread`, () => {
    const presses = new Presses();
    presses.raise();
    const before = onlyOf(presses.entries);
    const id = press(presses);
    const thread = onlyOf(unsentFrom(1, presses));
    assert.deepEqual({ ...thread, unsent: undefined }, { ...before, unsent: undefined });
    assert.deepEqual(
      thread.unsent?.map((entry) => entry.id),
      [id],
    );
    assert.equal(unsentRaising(thread), null);
    const sent = onlyOf(presses.entries);
    assert.notDeepEqual({ ...sent, entries: [] }, { ...before, entries: [] }, 'sent, it counts');
  });

test('E5, E9: the copy on this device and the one of the server are one press, and the server’s counts', () => {
  const presses = new Presses();
  presses.raise();
  const both = [...unsentFrom(0, presses), ...presses.entries];
  for (const entries of [both, both.toReversed()])
    assert.deepEqual([onlyOf(entries).disputed, unsentRaising(onlyOf(entries))], [[], null]);
});

test('E9, X14: whoever stands here goes by what this PC has not sent as well: gone to hospital, and worse after that', () => {
  const presses = new Presses();
  presses.raise();
  const isGoneNow = (from: number) => goneOf(onlyOf(unsentFrom(from, presses))) !== null;
  const went = () => presses.press(CARER, { kind: 'went-to-hospital', where: null, words: '' });
  const worse = () => presses.press(NURSE, { kind: 'worse', words: '' });
  assert.equal(isGoneNow(1), false);
  went();
  assert.deepEqual([0, 1, 2].map(isGoneNow), [true, true, true]);
  worse();
  assert.deepEqual([0, 1, 2, 3].map(isGoneNow), [false, false, false, false], 'she is here after all');
  went();
  assert.deepEqual([0, 1, 2, 3, 4].map(isGoneNow), [true, true, true, true, true], 'gone again');
});

test('E9, X14: “gone to hospital” that was not sent is no answer to a “worse” that somebody pressed later elsewhere', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(CARER, { kind: 'went-to-hospital', where: null, words: '' }, { unsent: 'not-sent' });
  presses.press(NURSE, { kind: 'worse', words: '' }, { after: 'worry-1' });
  assert.equal(goneOf(onlyOf(presses.entries)), null);
});

test('E9, X14: a raising whose arrival is not known is not pressed anew after the “gone to hospital” that names it', () => {
  const presses = new Presses();
  presses.raise();
  presses.press(NURSE, { kind: 'went-to-hospital', where: null, words: '' });
  const [raising, ...since] = presses.entries;
  assert(raising);
  const notKnown = { ...raising, receivedAt: null, unsent: 'arrival-not-known' } as const;
  assert.equal(goneOf(onlyOf([notKnown, ...since]))?.by, NURSE);
});
