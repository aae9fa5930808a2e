import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fact, recordedAs } from '../../form/suggest/view.fixtures.ts';
import type { FunctionScore } from '../../resident/measurements.ts';
import type { PartialDate } from '../../time/types.ts';
import { limitsOf, linesOf, wordsOf } from '../glance.fixtures.ts';

const barthel = (
  total: number,
  on: PartialDate | null,
  version: FunctionScore['version'] = '0-20',
): FunctionScore => ({ ...fact(on), id: `b${on}`, instrument: 'barthel', version, total });
const story = (...scores: FunctionScore[]) => ({ function: recordedAs({ scores, statements: [] }) });

test('a loss of function is told with the former total, and not counted as an assessment', () => {
  const worse = story(barthel(5, '2026-11-18'), barthel(8, '2026-08-01'));
  assert.deepEqual(wordsOf('function-since', worse), ['Barthel 5 of 20, was 8 | 2026-11-18']);
  assert.deepEqual(wordsOf('elsewhere-since', worse), []);
  const [line] = linesOf(worse).filter(({ rule }) => rule === 'function-since');
  assert.deepEqual([line?.shape, line?.urgency, line?.section], ['down', 'important', 'function']);
});

test('a gain of function is a change, but not for the worse', () => {
  const better = story(barthel(60, '2026-11-18', '0-100'), barthel(45, '2026-08-01', '0-100'));
  assert.deepEqual(wordsOf('function-since', better), ['Barthel 60 of 100, was 45 | 2026-11-18']);
  const [line] = linesOf(better).filter(({ rule }) => rule === 'function-since');
  assert.deepEqual([line?.shape, line?.urgency], ['up', 'changed']);
});

test('a change is compared with the total at the last look, whatever lies between', () => {
  const twice = story(barthel(7, '2026-11-20'), barthel(10, '2026-11-14'), barthel(13, '2026-08-01'));
  assert.deepEqual(wordsOf('function-since', twice), ['Barthel 7 of 20, was 13 | 2026-11-20']);
});

test('another version, no version, an equal total, and an old, undated or future score make no change', () => {
  for (const scores of [
    [barthel(45, '2026-11-18', '0-100'), barthel(9, '2026-05-01')],
    [barthel(5, '2026-11-18', null), barthel(8, '2026-08-01', null)],
    [barthel(8, '2026-11-18'), barthel(8, '2026-08-01')],
    [barthel(5, '2026-11-01'), barthel(8, '2026-08-01')],
    [barthel(5, null), barthel(8, '2026-08-01')],
    [barthel(5, '2027-11-18'), barthel(8, '2026-08-01')],
    [barthel(5, '2026-11-18')],
  ])
    assert.deepEqual(wordsOf('function-since', story(...scores)), [], JSON.stringify(scores));
});

test('a score known only by its year may lie before the last look, and says so', () => {
  assert.deepEqual(wordsOf('function-since', story(barthel(5, '2026'), barthel(8, '2025-08-01'))), [
    'Barthel 5 of 20, was 8, perhaps before | 2026',
  ]);
});

test('in the last days of life no score is told', () => {
  const limits = recordedAs(limitsOf({ lastDays: { ...fact('2026-11-16'), text: 'Comfort.' } }));
  const worse = story(barthel(5, '2026-11-18'), barthel(8, '2026-08-01'));
  assert.deepEqual(wordsOf('function-since', { ...worse, limits }), []);
});
