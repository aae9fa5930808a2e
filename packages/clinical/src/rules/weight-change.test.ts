import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, measure } from '../form/suggest/view.fixtures.ts';
import { weightChange } from './weight-change.ts';

const kg = (value: number, on: string, unit = 'kg') => measure(value, unit, fact(on));

test('the latest weight is compared with the newest one of three to six months before', () => {
  const change = weightChange([
    kg(45.4, '2026-11-19'),
    kg(46, '2026-11-01'),
    kg(51, '2026-08-20'),
    kg(60, '2026-06-01'),
  ]);
  assert.deepEqual(
    [change?.before.value, change?.difference, change?.percent, change?.months],
    [51, -5.6, -11, 3],
  );
});

test('another unit, a partial date, and a span that is too short or too long make no pair', () => {
  const latest = kg(45.4, '2026-11-19');
  assert.equal(weightChange([latest, kg(8, '2026-08-20', 'stone')]), null);
  assert.equal(weightChange([latest, kg(51, '2026-08')]), null);
  assert.equal(weightChange([latest, kg(51, '2026-09-20'), kg(51, '2026-04-20')]), null);
  assert.equal(weightChange([]), null);
});

test('a weight in doubt makes no change, and one dated in the future takes no part', () => {
  const doubted = measure(154, 'kg', fact('2026-11-19', 'unit-conflict'));
  const before = kg(70, '2026-08-20');
  assert.equal(weightChange([doubted, before]), null);
  const latest = kg(65, '2026-11-18');
  assert.equal(
    weightChange([latest, measure(154, 'kg', fact('2026-08-21', 'implausible')), before])?.before,
    before,
  );
  assert.equal(
    weightChange([measure(53, 'kg', fact('2062-11-20', 'future-dated')), latest, before])?.difference,
    -5,
  );
});
