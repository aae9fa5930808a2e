import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  afterAnswer,
  afterClockJump,
  afterFailure,
  CLOSED,
  lanesAllowed,
  opensAt,
  type Circuit,
} from './circuit.ts';

const MOST = 4;
const failed = (times: number, from: Circuit = CLOSED): Circuit =>
  Array.from({ length: times }).reduce<Circuit>(
    (circuit) => afterFailure(circuit, { now: 1000, retryAfterMs: null }, () => 0.5),
    from,
  );

test('P12: four failures in a row change nothing, the fifth opens the circuit for the whole server', () => {
  assert.equal(lanesAllowed(failed(4), 1000, MOST, false), MOST);
  assert.equal(lanesAllowed(failed(5), 1000, MOST, false), 0);
  assert.equal(lanesAllowed(failed(5), opensAt(failed(5), false), MOST, false), 1);
});

test('P12: after an open circuit one lane runs until three answers came', () => {
  let circuit = failed(7);
  for (const lanes of [1, 1, MOST]) {
    circuit = afterAnswer(circuit);
    assert.equal(lanesAllowed(circuit, 2000, MOST, false), lanes);
  }
});

test('P12: an escalation waits for an open circuit fifteen seconds at most', () => {
  const circuit = failed(30);
  assert.equal(lanesAllowed(circuit, 1000 + 15_000, MOST, false), 0);
  assert.equal(lanesAllowed(circuit, 1000 + 15_000, MOST, true), 1);
});

test('P12 (8): what the server asked for holds for every entry, escalations too', () => {
  const circuit = afterFailure(CLOSED, { now: 1000, retryAfterMs: 120_000 }, () => 0);
  assert.equal(lanesAllowed(circuit, 120_999, MOST, true), 0);
  assert.equal(lanesAllowed(circuit, 121_000, MOST, true), MOST);
});

test('(20) a clock that was set back a year does not leave the circuit open', () => {
  const circuit = { ...failed(9), failedAt: 10 ** 12, askedUntil: 10 ** 12 };
  assert.equal(lanesAllowed(afterClockJump(circuit, 1000), 1000 + 300_000, MOST, false), 1);
});
