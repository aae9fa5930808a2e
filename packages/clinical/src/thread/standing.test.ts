import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLate, standingOf, type ThreadTimes } from './standing.ts';
import { CARER, GP, Presses } from './thread.fixtures.ts';
import { threadsOf } from './threads-of.ts';

const TIMES: ThreadTimes = {
  holdMinutes: 30,
  seenWithinMinutes: { routine: 1440, 'same-day': 120, 'within-hours': 30, now: 5 },
  lateMinutes: 15,
};

/** How a thread stands at a time of the day on which it was raised, at 09:00. */
function standing(at: string, write: (presses: Presses) => void) {
  const presses = new Presses();
  presses.raise();
  write(presses);
  const [thread] = threadsOf(presses.entries);
  assert.ok(thread);
  return standingOf(thread, `2026-11-20T${at}:00Z`, TIMES);
}

test('P1: nobody has seen it until somebody pressed, and too long is said', () => {
  const nothing = () => undefined;
  const since = '2026-11-20T09:00:00.000Z';
  assert.deepEqual(standing('10:59', nothing), { state: 'waiting', since, isLong: false });
  assert.deepEqual(standing('11:00', nothing), { state: 'waiting', since, isLong: true });
});

test('P3: after worse the shorter limit runs from the press', () => {
  const worse = (presses: Presses) => void presses.press(CARER, { kind: 'worse', words: '' });
  assert.deepEqual(standing('09:31', worse), {
    state: 'waiting',
    since: '2026-11-20T09:01:00.000Z',
    isLong: true,
  });
});

test('P5: taken holds for the place’s minutes, and says that the worse was not seen', () => {
  const take = (presses: Presses) => void presses.press(GP, { kind: 'take' });
  assert.equal(standing('09:30', take).state, 'taken');
  assert.equal(standing('09:31', take).state, 'seen');
  const after = standing('09:10', (presses) => {
    take(presses);
    presses.press(CARER, { kind: 'worse', words: '' });
  });
  assert.ok(after.state === 'taken' && !after.hasSeen);
});

test('P6: an open question waits for who asked for help', () => {
  const asked = standing('09:10', (presses) => void presses.press(GP, { kind: 'ask', words: 'Drinking?' }));
  assert.equal(asked.state, 'question');
});

test('P8: a promise that has passed is overdue until somebody confirms that it happened', () => {
  let answer = '';
  const promised = (presses: Presses) => void (answer = presses.answer());
  assert.equal(standing('17:00', promised).state, 'answered');
  assert.equal(standing('17:01', promised).state, 'overdue');
  const closed = standing('18:00', (presses) => {
    promised(presses);
    presses.press(CARER, { kind: 'happened', answer, words: '' });
  });
  assert.equal(closed.state, 'closed');
});

test('E8: late is counted from the press by the server’s clock', () => {
  const presses = new Presses();
  presses.raise();
  const [entry] = presses.entries;
  assert.ok(entry);
  const arrived = { ...entry, receivedAt: '2026-11-20T09:15:00Z' };
  assert.equal(isLate(arrived, TIMES), true);
  assert.equal(isLate({ ...arrived, clockOffsetMs: 60_000 }, TIMES), false);
  assert.equal(isLate({ ...entry, receivedAt: null }, TIMES), false, 'what is not sent is not late yet');
});
