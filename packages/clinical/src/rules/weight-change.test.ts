import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, measure } from '../form/suggest/view.fixtures.ts';
import { weightChangeOf } from '../instruments/weight-change/weight-change.ts';
import { weightAgo, latestWeightChange } from './weight-change.ts';

const kg = (value: number, on: string, unit = 'kg') => measure(value, unit, fact(on));

test('the latest weight is compared with the heaviest of three to six months before, so that a slow loss shows', () => {
  const weights = [
    kg(45.4, '2026-11-19'),
    kg(46, '2026-11-01'),
    kg(46.2, '2026-08-20'),
    kg(51, '2026-06-01'),
    kg(60, '2026-03-01'),
  ];
  const change = latestWeightChange(weights);
  assert.deepEqual(
    [change?.before.value, change?.difference, change?.percent, change?.span],
    [51, -5.6, -11, '6 months'],
  );
});

test('of two equal weights the newer one is used', () => {
  const change = latestWeightChange([kg(45.4, '2026-11-19'), kg(51, '2026-08-20'), kg(51, '2026-06-01')]);
  assert.equal(change?.before.on, '2026-08-20');
});

test('a loss is rounded as the weight change score rounds it', () => {
  for (const [now, before] of [
    [45.4, 51],
    [47.525, 50],
    [57.03, 60],
    [49.95, 54],
  ] as const) {
    const scored = weightChangeOf({ previousKg: before, currentKg: now }).total;
    const change = latestWeightChange([kg(now, '2026-11-19'), kg(before, '2026-08-20')]);
    assert.equal(change?.percent, -Number(scored?.toFixed(1)), `${before} to ${now}`);
  }
});

test('a change of five per cent or more counts over any shorter span, and names that span', () => {
  const said = (...weights: Parameters<typeof latestWeightChange>[0]) => {
    const change = latestWeightChange(weights);
    return change === null ? null : [change.percent, change.span];
  };
  const latest = kg(54, '2026-11-19');
  assert.deepEqual(said(latest, kg(60, '2026-10-20')), [-10, '30 days']);
  assert.deepEqual(said(latest, kg(60, '2026-11-18')), [-10, '1 day']);
  assert.deepEqual(said(latest, kg(60, '2026-09-01')), [-10, '79 days']);
  assert.deepEqual(said(latest, kg(60, '2026-08-31')), [-10, '3 months']);
  assert.deepEqual(said(latest, kg(56.8, '2026-10-20')), null);
  assert.deepEqual(said(latest, kg(56.8, '2026-10-20'), kg(56, '2026-07-20')), [-3.6, '4 months']);
  assert.deepEqual(said(latest, kg(50, '2026-11-05')), [8, '14 days'], 'fluid is a gain');
});

test('a gain over months does not hide a loss in the last weeks', () => {
  const change = latestWeightChange([kg(54, '2026-11-19'), kg(60, '2026-10-20'), kg(50, '2026-06-20')]);
  assert.deepEqual([change?.before.value, change?.percent], [60, -10]);
});

test('two weights on one day make no change', () => {
  assert.equal(latestWeightChange([kg(54, '2026-11-19T09:00:00Z'), kg(60, '2026-11-19T08:00:00Z')]), null);
});

test('another unit, a partial date, or a span that is too short or too long makes no pair', () => {
  const latest = kg(45.4, '2026-11-19');
  assert.equal(latestWeightChange([latest, kg(8, '2026-08-20', 'stone')]), null);
  assert.equal(latestWeightChange([latest, kg(51, '2026-08')]), null);
  assert.equal(latestWeightChange([latest, kg(46, '2026-09-20'), kg(51, '2026-04-20')]), null);
  assert.equal(latestWeightChange([]), null);
  assert.equal(latestWeightChange([kg(Number.NaN, '2026-11-19'), kg(51, '2026-08-20')]), null);
});

test('a doubtful weight makes no change, and a weight dated in the future is ignored', () => {
  const doubted = measure(154, 'kg', fact('2026-11-19', 'unit-conflict'));
  const before = kg(70, '2026-08-20');
  assert.equal(latestWeightChange([doubted, before]), null);
  const latest = kg(65, '2026-11-18');
  assert.equal(
    latestWeightChange([latest, measure(154, 'kg', fact('2026-08-21', 'implausible')), before])?.before,
    before,
  );
  assert.equal(
    latestWeightChange([measure(53, 'kg', fact('2062-11-20', 'future-dated')), latest, before])?.difference,
    -5,
  );
});

test('a weight of 1, 3 or 6 months ago is the nearest within its window, and none is made up', () => {
  const today = '2026-11-21';
  const weights = [
    kg(45, '2026-11-19'),
    kg(46, '2026-10-28'),
    kg(47, '2026-10-20'),
    kg(50, '2026-08-25'),
    kg(51, '2026-08-02'),
    kg(52, '2026-05-20'),
    kg(60, '2025-11-21'),
  ];
  const ago = ([1, 3, 6] as const).map((months) => weightAgo(weights, months, today)?.value);
  assert.deepEqual(ago, [47, 50, 52]);
  assert.equal(weightAgo([kg(45, '2026-11-19'), kg(60, '2025-11-21')], 3, today), null);
  assert.equal(weightAgo([kg(50, '2026-08')], 3, today), null);
  assert.equal(weightAgo([measure(154, 'kg', fact('2026-08-21', 'unit-conflict'))], 3, today), null);
});

test('the windows of 3 and 6 months lie within the span of a change, so that no two screens differ', () => {
  const today = '2026-11-21';
  for (let days = 1; days < 300; days++) {
    const old = kg(52, new Date(Date.UTC(2026, 10, 21 - days)).toISOString().slice(0, 10));
    const isOne = ([3, 6] as const).some((months) => weightAgo([old], months, today) !== null);
    if (isOne) assert.equal(latestWeightChange([kg(50, today), old])?.before, old, `${days}`);
  }
});

test('a weight that its own record calls a mistake makes no change', () => {
  const wrong = { ...kg(40, '2026-11-19'), cautions: ['mistaken-in-words'] as const };
  assert.equal(latestWeightChange([wrong, kg(60, '2026-08-20')]), null);
  assert.equal(latestWeightChange([kg(60, '2026-11-19'), { ...wrong, on: '2026-08-20' }]), null);
});
