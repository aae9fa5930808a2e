import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, NOW, value } from '../../record.fixtures.ts';

const cautionsAt = (recordedDate: string) =>
  value('allergies', [allergy('a', 'Latex', { recordedDate })])[0]?.cautions;
const after = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

test('a date a few minutes ahead counts as now, because clocks differ, and a later one stands apart', () => {
  for (const minutes of [-60, 0, 1, 14, 15])
    assert.deepEqual(cautionsAt(after(minutes)), [], String(minutes));
  for (const minutes of [16, 60])
    assert.deepEqual(cautionsAt(after(minutes)), ['future-dated'], String(minutes));
});

test('a day or a month is in the future if it begins after today', () => {
  for (const on of ['2026-11-21', '2026-11', '2026']) assert.deepEqual(cautionsAt(on), [], on);
  for (const on of ['2026-11-22', '2026-12', '2027']) assert.deepEqual(cautionsAt(on), ['future-dated'], on);
});

test('whoever stands beside the first author is named too, unless it is the same person', () => {
  const also = (asserter: string, recorder: string) =>
    value('allergies', [
      allergy('a', 'Latex', { asserter: { display: asserter }, recorder: { display: recorder } }),
    ]).map(({ by, more }) => [by?.name, more]);
  assert.deepEqual(also('Dr Roe', 'A Clerk'), [['Dr Roe', [{ name: 'also by', text: 'A Clerk' }]]]);
  assert.deepEqual(also('Dr Roe', 'Dr Roe'), [['Dr Roe', undefined]]);
});
