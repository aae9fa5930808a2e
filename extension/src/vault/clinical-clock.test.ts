import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clinicalClock } from './clinical-clock.ts';

const START = '2026-11-21T09:30:00.000Z';
const build = (isDemo: boolean) => Object.assign(globalThis, { __DEMO__: isDemo });

test('the clock of a demo starts at the demo’s instant and runs on', (t) => {
  build(true);
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-01-01T00:00:00Z') });
  const clock = clinicalClock(START);
  assert.equal(clock(), START);
  t.mock.timers.tick(90_000);
  assert.equal(clock(), '2026-11-21T09:31:30.000Z');
});

test('outside a demo, or without a start, the clock is the device’s', (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-01-01T00:00:00Z') });
  build(false);
  assert.equal(clinicalClock(START)(), '2031-01-01T00:00:00.000Z');
  build(true);
  assert.equal(clinicalClock(undefined)(), '2031-01-01T00:00:00.000Z');
  assert.equal(clinicalClock('tomorrow')(), '2031-01-01T00:00:00.000Z');
});
