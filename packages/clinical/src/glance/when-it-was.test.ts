import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysUntil, hasHappened, hasPassed, howLong, newest, overdueBy } from './when-it-was.ts';

const NOW = '2026-11-21T14:20:00Z';
const TODAY = '2026-11-21';

test('a moment has happened once it is past, allowing five minutes for another computer’s clock', () => {
  assert.ok(hasHappened('2026-11-21T14:25:00Z', NOW));
  assert.ok(!hasHappened('2026-11-21T14:25:01Z', NOW));
  assert.ok(hasHappened(null, NOW), 'what has no date is not in the future');
  assert.ok(hasHappened('2026-11-21', NOW) && !hasHappened('2026-11-22', NOW));
  assert.ok(hasHappened('2026-11', NOW) && !hasHappened('2026-12', NOW));
});

test('a wait is told to the minute up to two days, then in days', () => {
  assert.equal(howLong('2026-11-21T13:02:00Z', NOW), '1hr 18min');
  assert.equal(howLong('2026-11-19T14:21:00Z', NOW), '1d 23hr 59min');
  assert.equal(howLong('2026-11-19T14:20:00Z', NOW), '2 days');
  assert.equal(howLong('2026-11-17T08:00:00Z', NOW), '4 days');
  assert.equal(
    howLong('2026-11-21T14:23:00Z', NOW),
    howLong(NOW, NOW),
    'a clock ahead makes no time below none',
  );
});

test('a wait since a day is told in days, and of today, of a month, of no date or of the future not at all', () => {
  assert.deepEqual([howLong('2026-11-20', NOW), howLong('2026-11-18', NOW)], ['1 day', '3 days']);
  for (const on of [TODAY, '2026-11', '2026', '2026-12-01', null])
    assert.equal(howLong(on, NOW), null, String(on));
});

test('a day is overdue once it is over, and a month once all of it is, without a number of days', () => {
  assert.deepEqual(
    ['2026-11-20', '2026-11-18', TODAY, '2026-10', '2026-11', null].map((due) => overdueBy(due, TODAY)),
    ['1 day', '3 days', null, '', null, null],
  );
});

test('a promise to the minute has passed to the minute, and one of a day when the day is over', () => {
  assert.ok(hasPassed('2026-11-21T14:19:59Z', NOW) && !hasPassed(NOW, NOW));
  assert.ok(hasPassed('2026-11-20', NOW) && !hasPassed(TODAY, NOW));
  assert.ok(!hasPassed(null, NOW));
});

test('days to come are counted to the first day that it may be, and none once it has passed', () => {
  assert.deepEqual(
    [TODAY, '2026-11-24', '2026-12', '2026-11', '2026-11-20', null].map((due) => daysUntil(due, TODAY)),
    [0, 3, 10, 0, null, null],
  );
});

test('the newest of some dates is the latest one, and none where there is none', () => {
  assert.equal(newest(['2026-11-14', null, '2026-11-18', '2026-11-16']), '2026-11-18');
  assert.equal(newest([null]), null);
});
