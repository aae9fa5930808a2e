import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, ratioOf, type Round } from './goals.ts';
import type { SyncSample } from './sample.ts';

const sample = (ms: number, more: Partial<SyncSample> = {}): SyncSample => ({
  load: ms,
  apply: ms,
  round: ms,
  read: ms,
  cards: ms,
  edit: ms,
  editP95: ms,
  push: ms,
  bytes: ms,
  recover: ms,
  ...more,
});
const round = (ours: SyncSample, factor = 1): Round => ({
  floor: sample(10 * factor),
  dexie: sample(20 * factor),
  rxdb: sample(40 * factor),
  pouchdb: sample(80 * factor),
  ours,
});

describe('the goals', () => {
  it('compare ours with the floor and with each peer, within each round', () => {
    assert(judge([round(sample(6))]).every(({ met }) => met));
    const slowLoad = judge([round(sample(6, { load: 6.1 }))]).filter(({ met }) => !met);
    assert.deepEqual(
      slowLoad.map(({ goal }) => goal),
      ['first load ÷ floor'],
    );
    const slow = judge([round(sample(16))]);
    assert.deepEqual(
      slow.filter(({ met }) => met).map(({ goal }) => goal),
      [],
    );
  });

  it('take the median of the ratios, so that a machine that slows down for a round changes nothing', () => {
    const rounds = [round(sample(5)), round(sample(50), 10), round(sample(500), 100)];
    assert.equal(ratioOf(rounds, 'load', 'ours', 'floor'), 0.5);
  });

  it('are missed where ours or the other one was not timed', () => {
    assert(judge([]).every(({ met }) => !met));
    const untimed = judge([{ ...round(sample(1)), rxdb: 'it holds 29,999 resources' }]);
    assert.deepEqual(
      untimed.filter(({ met }) => !met).map(({ goal }) => goal),
      ['first load ÷ RxDB'],
    );
    assert(judge([{ ...round(sample(1)), ours: 'failed' }]).every(({ met }) => !met));
  });
});
