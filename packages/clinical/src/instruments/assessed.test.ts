import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreFourAt } from './4at/4at.ts';
import { edmonton } from './edmonton/edmonton.ts';
import { enterEfi2 } from './efi2/efi2.ts';
import { scoreFrailtyIndex } from './frailty-index/frailty-index.ts';
import { scoreGaitSpeed } from './gait-speed/gait-speed.ts';
import { scoreTug } from './tug/tug.ts';

/** One of each kind: a sum, a finished total, and each that is neither. */
const SCORES = {
  '4at': scoreFourAt,
  edmonton: edmonton.score,
  efi2: enterEfi2,
  'frailty-index': scoreFrailtyIndex,
  'gait-speed': scoreGaitSpeed,
  tug: scoreTug,
};

for (const [id, score] of Object.entries(SCORES))
  test(`${id} carries the moment of assessment, and nothing that is no moment`, () => {
    const at = '2026-06-01T08:00:00+01:00';
    assert.equal(score({ assessedAt: at }).assessedAt, at);
    for (const none of ['2026-06-01', '2026-02-30T08:00:00Z', 'today', '', null])
      assert.ok(!('assessedAt' in score({ assessedAt: none })));
  });
