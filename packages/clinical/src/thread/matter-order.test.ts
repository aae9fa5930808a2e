import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inMatterOrder, isEndInSight, NO_TIMES } from './matter-order.ts';
import type { ThreadEntry } from './entry.ts';
import { CARER, GP, MARY, Presses } from './thread.fixtures.ts';
import { threadsOf } from './threads-of.ts';

const NOW = '2026-11-20T12:00:00Z';

/** One thread, raised so many minutes after nine. */
function raisedAt(id: string, minute: number, write: (presses: Presses) => void = () => undefined) {
  const presses = new Presses(id, MARY, minute);
  presses.raise(CARER, id.startsWith('now') ? { urgency: 'now' } : {});
  write(presses);
  return presses.entries;
}

test('P8, P10: who has to ring stands first, then overdue promises, then what waits by urgency and age, then what is answered or ended', () => {
  const entries = [
    ...raisedAt('late', 30),
    ...raisedAt('answered', 0, (one) => void one.answer()),
    ...raisedAt('early', 10),
    ...raisedAt('withdrawn', 0, (one) => one.press(CARER, { kind: 'withdraw', why: 'mistake', words: '' })),
    ...raisedAt('overdue', 40, (one) => void one.answer(GP, { promisedBy: '2026-11-20T11:00:00Z' })),
    ...raisedAt('now-1', 50),
    ...raisedAt('ring', 55, (one) => void one.answer(GP, { outcome: 'urgent-service', promisedBy: null })),
  ];
  const order = inMatterOrder(threadsOf(entries), NOW, NO_TIMES).map(({ id }) => id);
  assert.deepEqual(order, ['ring', 'overdue', 'now-1', 'early', 'late', 'answered', 'withdrawn']);
});

test('P10: “ring 999 or 111” stands first until the home confirms it, before an overdue promise that is less urgent', () => {
  const ring = (one: Presses) => one.answer(GP, { outcome: 'urgent-service', promisedBy: null });
  const entries = [
    ...raisedAt('overdue', 0, (one) => void one.answer(GP, { promisedBy: '2026-11-20T11:00:00Z' })),
    ...raisedAt('now-1', 10),
    ...raisedAt('ring', 50, (one) => void ring(one)),
    ...raisedAt('rung', 30, (one) => {
      one.press(CARER, { kind: 'happened', answer: ring(one), words: '' });
    }),
  ];
  const order = inMatterOrder(threadsOf(entries), NOW, NO_TIMES).map(({ id }) => id);
  assert.deepEqual(order, ['ring', 'overdue', 'now-1', 'rung']);
});

test('P10: who was told to ring stands first also after “worse”, and with a promise whose time has passed', () => {
  const entries = [
    ...raisedAt('now-1', 0),
    ...raisedAt('overdue', 10, (one) => void one.answer(GP, { promisedBy: '2026-11-20T11:00:00Z' })),
    ...raisedAt('worse', 50, (one) => {
      one.answer(GP, { outcome: 'urgent-service', promisedBy: null });
      one.press(CARER, { kind: 'worse', words: '' });
    }),
    ...raisedAt('both', 55, (one) => {
      one.answer(GP, { outcome: 'urgent-service', promisedBy: '2026-11-20T11:00:00Z' });
    }),
  ];
  const order = inMatterOrder(threadsOf(entries), NOW, NO_TIMES).map(({ id }) => id);
  assert.deepEqual(order, ['worse', 'both', 'overdue', 'now-1']);
});

test('P11: a promise that was broken after “worse” stands with the overdue ones', () => {
  const entries = [
    ...raisedAt('now-1', 0),
    ...raisedAt('worse', 30, (one) => {
      one.answer(GP, { promisedBy: '2026-11-20T11:00:00Z' });
      one.press(CARER, { kind: 'worse', words: '' });
    }),
  ];
  const order = inMatterOrder(threadsOf(entries), NOW, NO_TIMES).map(({ id }) => id);
  assert.deepEqual(order, ['worse', 'now-1']);
});

test('W1: a withdrawn thread stays in sight over a weekend, and an open one has not ended', () => {
  const withdrawn = raisedAt('a', 0, (one) =>
    one.press(CARER, { kind: 'withdraw', why: 'wrong-resident', words: '' }),
  );
  const [ended] = threadsOf(withdrawn);
  const [open] = threadsOf(raisedAt('b', 0));
  assert.ok(ended && open);
  assert.equal(isEndInSight(ended, '2026-11-23T09:00:00Z'), true);
  assert.equal(isEndInSight(ended, '2026-11-23T09:01:00Z'), false);
  assert.equal(isEndInSight(open, NOW), false);
});

test('W1: a withdrawn thread stays as long in sight where the clock of the device was set back or runs ahead', () => {
  const inSight = (change: Partial<ThreadEntry>) => {
    const [ended] = threadsOf(
      raisedAt('a', 0, (one) =>
        one.press(CARER, { kind: 'withdraw', why: 'wrong-resident', words: '' }, change),
      ),
    );
    assert.ok(ended);
    return ['2026-11-23T09:00:00Z', '2026-11-23T09:01:00Z'].map((now) => isEndInSight(ended, now));
  };
  const tenDays = 10 * 86_400_000;
  assert.deepEqual(inSight({ pressedAt: '2026-11-10T09:01:00Z', clockOffsetMs: tenDays }), [true, false]);
  assert.deepEqual(inSight({ pressedAt: '2026-11-30T09:01:00Z', clockOffsetMs: -tenDays }), [true, false]);
  assert.deepEqual(inSight({ pressedAt: '2027-11-30T09:01:00Z', clockOffsetMs: null }), [true, false]);
});
