import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenBefore, isLate, standingOf, stillToRing, type ThreadTimes } from './standing.ts';
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

test('P10: an answer to ring 999 or 111 is no answered matter until somebody says that they rang', () => {
  const told = (presses: Presses) => void presses.answer(GP, { outcome: 'urgent-service', promisedBy: null });
  const call = (to: string, isAnswered: boolean) => (presses: Presses) => {
    told(presses);
    presses.press(CARER, { kind: 'call', to, isAnswered, words: '' });
  };
  assert.equal(standing('09:10', told).state, 'told-to-ring');
  assert.equal(standing('09:10', call('999', false)).state, 'told-to-ring', 'nobody answered the call');
  assert.equal(standing('09:10', call('01632 960003', true)).state, 'told-to-ring', 'somebody else was rung');
  assert.equal(standing('09:10', call('999', true)).state, 'answered');
  assert.equal(standing('09:10', call('111', true)).state, 'answered');
  assert.equal(standing('09:10', call('NHS 111', true)).state, 'answered', 'as a screen names it');
  const rangBefore = (presses: Presses) => {
    presses.press(CARER, { kind: 'call', to: '999', isAnswered: true, words: '' });
    told(presses);
  };
  assert.equal(
    standing('09:10', rangBefore).state,
    'told-to-ring',
    'who answered may know more than who rang',
  );
  const gone = (presses: Presses) => {
    told(presses);
    presses.press(CARER, { kind: 'went-to-hospital', where: null, words: '' });
  };
  assert.equal(standing('09:10', gone).state, 'answered');
});

test('P10: whoever was told to ring stands before a promise of the same answer, also once its time has passed', () => {
  const both = (presses: Presses) => void presses.answer(GP, { outcome: 'urgent-service' });
  const told = standing('17:01', both);
  assert.ok(told.state === 'told-to-ring' && told.promisedBy === '2026-11-20T17:00:00.000Z');
  const rang = (presses: Presses) => {
    both(presses);
    presses.press(CARER, { kind: 'call', to: '999', isAnswered: true, words: '' });
  };
  assert.equal(standing('17:00', rang).state, 'answered');
  assert.equal(standing('17:01', rang).state, 'overdue', 'the promise is still one');
});

test('P10, P3: “worse” does not take back that somebody was told to ring, and is asked all the same', () => {
  const presses = new Presses();
  presses.raise();
  const told = presses.answer(GP, { outcome: 'urgent-service', promisedBy: null });
  presses.press(CARER, { kind: 'worse', words: 'Grey.' });
  const worse = () => {
    const [thread] = threadsOf(presses.entries);
    assert.ok(thread);
    return thread;
  };
  assert.equal(standingOf(worse(), '2026-11-20T09:10:00Z', TIMES).state, 'waiting');
  assert.equal(stillToRing(worse())?.entry, told);
  presses.press(CARER, { kind: 'worse', words: 'Blue.' });
  assert.equal(stillToRing(worse())?.entry, told);
  presses.press(CARER, { kind: 'call', to: '999', isAnswered: false, words: '' });
  assert.equal(stillToRing(worse())?.entry, told, 'nobody answered the call');
  presses.press(CARER, { kind: 'call', to: '999', isAnswered: true, words: '' });
  assert.equal(stillToRing(worse()), null);
});

test('P10: who rang before the “worse” is told nothing any more, and neither is who was answered anew', () => {
  const after = (write: (presses: Presses) => void) => {
    const presses = new Presses();
    presses.raise();
    presses.answer(GP, { outcome: 'urgent-service', promisedBy: null });
    write(presses);
    const [thread] = threadsOf(presses.entries);
    assert.ok(thread);
    return stillToRing(thread);
  };
  const rang = (presses: Presses) => {
    presses.press(CARER, { kind: 'call', to: '111', isAnswered: true, words: '' });
    presses.press(CARER, { kind: 'worse', words: '' });
  };
  const anew = (presses: Presses) => {
    presses.press(CARER, { kind: 'worse', words: '' });
    presses.answer(GP, { outcome: 'advice', promisedBy: null });
  };
  const withdrawn = (presses: Presses) => {
    presses.press(CARER, { kind: 'worse', words: '' });
    presses.press(CARER, { kind: 'withdraw', why: 'mistake', words: '' });
  };
  assert.deepEqual([rang, anew, withdrawn].map(after), [null, null, null]);
});

test('P11: a promise from before “worse” is still said, and is broken once its time has passed, until the next answer', () => {
  const presses = new Presses();
  presses.raise();
  const visit = presses.answer();
  presses.press(CARER, { kind: 'worse', words: '' });
  presses.press(CARER, { kind: 'worse', words: '' });
  const [worse] = threadsOf(presses.entries);
  assert.ok(worse);
  assert.equal(worse.promisedBefore?.entry, visit);
  assert.equal(
    standingOf(worse, '2026-11-20T18:00:00Z', TIMES).state,
    'waiting',
    'it answers nothing of what was asked since',
  );
  assert.equal(brokenBefore(worse, '2026-11-20T17:00:00Z'), null);
  assert.equal(brokenBefore(worse, '2026-11-20T17:01:00Z')?.entry, visit);
  presses.answer(GP, { outcome: 'advice', promisedBy: null });
  assert.equal(threadsOf(presses.entries)[0]?.promisedBefore, null);
});

test('P11: what was confirmed, or promised nothing, is no promise from before', () => {
  const before = (write: (presses: Presses) => void) => {
    const presses = new Presses();
    presses.raise();
    write(presses);
    presses.press(CARER, { kind: 'worse', words: '' });
    return threadsOf(presses.entries)[0]?.promisedBefore;
  };
  const happened = (presses: Presses) =>
    void presses.press(CARER, { kind: 'happened', answer: presses.answer(), words: '' });
  assert.equal(before(happened), null);
  assert.equal(
    before((presses) => void presses.answer(GP, { outcome: 'advice', promisedBy: null })),
    null,
  );
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

test('P3, P6: worse asks again, also where the home has not replied to an older question', () => {
  const worse = (presses: Presses) => {
    presses.press(GP, { kind: 'ask', words: 'Drinking?' });
    presses.press(CARER, { kind: 'worse', words: '' });
  };
  assert.equal(standing('09:10', worse).state, 'waiting');
  const looked = standing('09:10', (presses) => {
    worse(presses);
    presses.press(GP, { kind: 'see' });
  });
  assert.equal(looked.state, 'question', 'somebody has seen it, and still waits for the reply');
});

test('P5: who took it and has not seen the worse for longer than agreed has no calm line', () => {
  const worse = (presses: Presses) => {
    presses.press(GP, { kind: 'take' });
    presses.press(CARER, { kind: 'worse', words: '' });
    presses.press(CARER, { kind: 'worse', words: '' });
  };
  assert.equal(standing('09:07', worse).state, 'taken');
  const unseen = standing('09:08', worse);
  assert.ok(unseen.state === 'waiting' && unseen.isLong);
});

test('P5: a device whose clock runs ahead holds a thread no longer', () => {
  const fast = { pressedAt: '2026-11-20T09:11:00.000Z', receivedAt: '2026-11-20T09:01:00.000Z' };
  const take = (presses: Presses) =>
    void presses.press(GP, { kind: 'take' }, { ...fast, clockOffsetMs: null });
  assert.equal(standing('09:30', take).state, 'taken');
  assert.equal(standing('09:31', take).state, 'seen');
});

test('E8: a difference of clocks that no clock can have is not known, and stops nobody from reading the thread', () => {
  for (const clockOffsetMs of [1e300, -1e300, 9e15, Infinity, NaN]) {
    const presses = new Presses();
    presses.raise();
    const entries = presses.entries.map((entry) => ({ ...entry, clockOffsetMs, receivedAt: null }));
    assert.equal(threadsOf(entries)[0]?.askedAt, '2026-11-20T09:00:00.000Z');
  }
});
