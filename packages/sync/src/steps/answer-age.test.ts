import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOfAnswer, serverClock } from './answer-age.ts';

const answer = (headers: Record<string, string>) => ({ status: 200, headers, text: '' });
const date = (second: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, second)).toUTCString();

test('an answer without any sign of its age counts as new', () => {
  assert.equal(ageOfAnswer(answer({}), {}, serverClock(), 0), 0);
  assert.equal(ageOfAnswer(answer({ date: date(0) }), {}, serverClock(), 0), 0);
});

test('a cache on the way says how old its answer is', () => {
  assert.equal(ageOfAnswer(answer({ age: '45' }), {}, serverClock(), 0), 45_000);
});

test('an answer whose date lags behind the others is as old as it lags, whatever the clock of this device', () => {
  for (const stopwatch of [0, 7_000_000]) {
    const clock = serverClock();
    assert.equal(ageOfAnswer(answer({ date: date(10) }), {}, clock, stopwatch), 0);
    // Forty seconds later the same answer comes again.
    assert.equal(ageOfAnswer(answer({ date: date(10) }), {}, clock, stopwatch + 40_000), 40_000);
    assert.equal(ageOfAnswer(answer({ date: date(51) }), {}, clock, stopwatch + 41_000), 0);
  }
});

test('a Bundle that was assembled before it was sent is as old as its assembly', () => {
  const meta = { lastUpdated: '2026-11-21T09:00:00Z' };
  const found = { resourceType: 'Bundle', meta };
  assert.equal(ageOfAnswer(answer({ date: date(58) }), found, serverClock(), 0), 58_000);
  // A resource's own time is its last change, and not the age of the answer.
  assert.equal(
    ageOfAnswer(answer({ date: date(58) }), { resourceType: 'Patient', meta }, serverClock(), 0),
    0,
  );
});
