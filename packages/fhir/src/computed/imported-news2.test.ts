import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS2_PARTS } from '@ehch/clinical/instruments';
import type { SentNews2 } from '../recorded-view.ts';
import { importedNews2, sumOf } from './imported-news2.ts';

const sent = (total: number | null, part: Partial<SentNews2> = {}): SentNews2 => ({
  total,
  subscores: {},
  scale: null,
  bothScales: false,
  ...part,
});
/** All seven, of which these count. */
const whole = (points: Readonly<Record<string, number>> = {}) => ({
  ...Object.fromEntries(NEWS2_PARTS.map((part) => [part, 0])),
  ...points,
});
const ALL = [...NEWS2_PARTS];

test('a total alone has the band of RCP 2017, but of 3 and 4 nobody knows whether one part scored 3', () => {
  const bandOf = (total: number) => importedNews2(sent(total), null).band;
  assert.deepEqual(
    Array.from({ length: 21 }, (_, total) => bandOf(total)),
    ['low', 'low', 'low', null, null, 'medium', 'medium', ...Array.from({ length: 14 }, () => 'high')],
  );
  assert.deepEqual(importedNews2(sent(5), null), {
    instrument: 'news2',
    version: 'RCP-2017',
    status: 'complete',
    total: 5,
    range: [0, 20],
    direction: 'higher-worse',
    band: 'medium',
    items: {},
    missing: [],
    flags: ['imported-total'],
  });
});

test('what NEWS2 cannot come to is no total, and no total at all is incomplete', () => {
  for (const total of [-1, 21, 4.5, Number.NaN]) {
    const { status, total: shown, band, missing } = importedNews2(sent(total), null);
    assert.deepEqual(
      { status, shown, band, missing },
      { status: 'invalid', shown: null, band: null, missing: ALL },
    );
  }
  const { status, total, band, missing } = importedNews2(sent(null), null);
  assert.deepEqual(
    { status, total, band, missing },
    { status: 'incomplete', total: null, band: null, missing: ALL },
  );
});

test('a 3 in one part lifts a total of 3 or 4 to low-medium; without any, all seven leave it low', () => {
  for (const total of [3, 4]) {
    const lifted = importedNews2(sent(total, { subscores: { rr: 3 } }), null);
    assert.deepEqual([lifted.band, lifted.flags], ['low-medium', ['single3', 'imported-total']]);
    assert.deepEqual(lifted.items, { rr: { value: null, score: 3, source: 'imported' } });
    const spread = importedNews2(sent(total, { subscores: whole({ rr: 2, pulse: total - 2 }) }), null);
    assert.deepEqual([spread.band, spread.flags], ['low', ['imported-total']]);
  }
});

test('sub-scores that come to more than the total count as a lower limit, and the total does not', () => {
  const passed = importedNews2(sent(2, { subscores: { rr: 3, pulse: 1 } }), null);
  assert.deepEqual([passed.status, passed.total, passed.atLeast, passed.band], ['incomplete', null, 4, null]);
  assert.deepEqual(passed.missing, ['spo2', 'oxygen', 'sbp', 'acvpu', 'temp']);
  const equal = importedNews2(sent(4, { subscores: { rr: 3, pulse: 1 } }), null);
  assert.deepEqual([equal.status, equal.total, 'atLeast' in equal], ['complete', 4, false]);
  const without = importedNews2(sent(null, { subscores: { rr: 2, temp: 1 } }), null);
  assert.deepEqual([without.status, without.atLeast], ['incomplete', 3]);
  const beside = importedNews2(sent(25, { subscores: { rr: 2 } }), null);
  assert.deepEqual([beside.status, beside.atLeast], ['incomplete', 2], 'an impossible total takes none away');
});

test('a sub-score that can be none adds nothing', () => {
  for (const score of [4, -1, 2.5, Number.NaN]) {
    const result = importedNews2(sent(2, { subscores: { rr: score, pulse: 2 } }), null);
    assert.deepEqual([result.status, result.total], ['complete', 2], String(score));
  }
});

test('where the record asks for scale 2 and the sender does not say which was used, there is no band', () => {
  const open = importedNews2(sent(7), 2);
  assert.deepEqual([open.total, open.band, open.flags], [7, null, ['imported-total', 'spo2-needs-scale']]);
  for (const [scale, recorded] of [
    [1, 2],
    [2, 2],
    [null, 1],
    [null, null],
  ] as const) {
    const settled = importedNews2(sent(7, { scale }), recorded);
    assert.deepEqual([settled.band, settled.flags], ['high', ['imported-total']], `${scale} ${recorded}`);
  }
});

test('with both scales sent SpO2 counts nowhere, and seven parts are not the whole', () => {
  const subscores = whole({ rr: 2, spo2: 3, pulse: 1 });
  const both = importedNews2(sent(3, { subscores, bothScales: true }), null);
  assert.deepEqual([both.total, both.flags], [3, ['single3', 'imported-total', 'both-spo2-scales']]);
  const more = importedNews2(sent(2, { subscores, bothScales: true }), null);
  assert.deepEqual([more.total, more.atLeast], [null, 3]);
  const low = importedNews2(sent(4, { subscores: whole({ rr: 2, pulse: 2 }), bothScales: true }), null);
  assert.equal(low.band, null);
  assert.equal(sumOf(sent(3, { subscores, bothScales: true })), null);
});

test('only all seven sub-scores have a sum', () => {
  assert.equal(sumOf(sent(6, { subscores: whole({ rr: 2, spo2: 3, pulse: 1 }) })), 6);
  const { temp: _temp, ...six } = whole({ rr: 2 });
  assert.equal(sumOf(sent(2, { subscores: six })), null);
});
