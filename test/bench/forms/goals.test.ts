import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContestantId } from './contestants.ts';
import { judge } from './goals.ts';
import type { Result, Run } from './rounds.ts';
import type { Sample } from './sample.ts';

const sample = (ms: number): Sample => ({
  ready: ms,
  render: ms,
  blocking: ms,
  longestTask: ms,
  firstScore: ms,
  scores: Array.from({ length: 6 }, () => ms),
  grands: Array.from({ length: 7 }, () => ms),
  clickInp: ms,
  keyInp: ms,
  heapLibrary: ms,
  heapForm: ms,
  elements: ms,
  listeners: ms,
  leak: null,
});
const timed = (ms: number): Result => ({ state: 'timed', samples: [sample(ms)] });
const run = (questions: number, results: Partial<Record<ContestantId, Result>>, slowdown = 1): Run => ({
  plan: { questions, scoring: 'plain', slowdown, rounds: 1, leakRounds: 0 },
  results,
  rounds: 1,
  thrownAway: 0,
  load: [0],
});
const peers = { lforms: timed(300), 'smart-forms': timed(900), medplum: timed(100) };

describe('the goals', () => {
  it('compare ours with the best peer, and ours at 300 questions with ours at 20', () => {
    const all = (hundred: number, small: number, large: number, slow: number) =>
      judge([
        run(100, { ...peers, ours: timed(hundred) }),
        run(20, { ours: timed(small) }),
        run(300, { ...peers, ours: timed(large) }),
        run(100, { ...peers, ours: timed(slow) }, 6),
      ]).map(({ met }) => met);
    const [every, none] = [Array.from({ length: 6 }, () => true), Array.from({ length: 6 }, () => false)];
    assert(all(22, 10, 15, 22).every(Boolean));
    assert.deepEqual(all(26, 10, 16, 22), [true, false, false, true, true, true, ...every, ...every, false]);
    assert.deepEqual(all(22, 40, 51, 22), [...every, ...none, ...every, true]);
    assert.deepEqual(all(22, 10, 15, 51), [...every, ...every, ...none, true]);
  });

  it('are missed where ours was not timed, and cannot be judged without a peer', () => {
    const failed: Result = { state: 'failed', why: 'painted 3 where 2 is right' };
    assert(judge([run(100, { ...peers, ours: failed })]).every(({ met }) => !met));
    assert(judge([run(100, { lforms: failed, ours: timed(1) })]).every(({ met }) => !met));
    assert(judge([]).every(({ met }) => !met));
  });

  it('leave a peer that was not timed out of the comparison, and still compare the others', () => {
    const cannot: Result = { state: 'cannot', why: 'no weight()' };
    const [render] = judge([run(100, { ...peers, medplum: cannot, ours: timed(150) })]);
    assert.equal(render?.reached, 0.5);
  });
});
