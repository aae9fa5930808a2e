import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScoreResult } from '../score.ts';
import { partsOfScore } from './score-parts.ts';

test('a reading without a unit is refused with what to do, and is not taken for points', () => {
  const score: ScoreResult = {
    instrument: 'grip',
    version: '1',
    status: 'complete',
    total: null,
    range: null,
    direction: 'none',
    band: null,
    items: { left: { value: 21, score: null }, right: { value: 23, score: null } },
    missing: [],
    flags: [],
  };
  assert.throws(() => partsOfScore(score, [{ id: 'left', type: 'integer', text: 'Left hand' }]), {
    name: 'EhchError',
    code: 'bad-argument',
    message: /"grip\/left".*`units`/,
  });
});
