import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainTextOf, valuedIn, valueWords, type Valued } from './value-words.ts';

const said = (valued: Valued) => {
  const found = valueWords(valued, new Set());
  return found === null ? null : plainTextOf(found);
};
const amount = (value: number, unit?: string) => ({ value, ...(unit === undefined ? {} : { unit }) });

for (const [what, valued, text] of [
  ['a quantity', { valueQuantity: amount(61, 'kg') }, '61 kg'],
  ['a number without a unit', { valueQuantity: amount(61) }, '61 (no unit)'],
  ['points', { valueQuantity: amount(5, '{score}') }, '5'],
  ['points out of a maximum', { valueQuantity: amount(5, '/20') }, '5 /20'],
  ['a concept', { valueCodeableConcept: { text: 'Dry' } }, 'Dry'],
  ['words', { valueString: 'Slept well' }, 'Slept well'],
  ['yes', { valueBoolean: true }, 'yes'],
  ['no', { valueBoolean: false }, 'no'],
  ['a whole number, also none', { valueInteger: 0 }, '0'],
  ['a time of day', { valueTime: '10:30' }, '10:30'],
  ['a series with its readings', { valueSampledData: { data: '1 2 3' } }, '1 2 3'],
  ['a series without its readings', { valueSampledData: {} }, 'a series of readings'],
  ['a range', { valueRange: { low: amount(2, 'L'), high: amount(4, 'L') } }, '2 L to 4 L'],
  ['a range without an end', { valueRange: { low: amount(2, 'L') } }, 'from 2 L'],
  ['a range without a beginning', { valueRange: { high: amount(4, 'L') } }, 'up to 4 L'],
  ['a ratio', { valueRatio: { numerator: amount(1, 'mL'), denominator: amount(8, 'mL') } }, '1 mL to 8 mL'],
  ['a date', { valueDateTime: '2026-11-20' }, '20-Nov-2026'],
  [
    'a period',
    { valuePeriod: { start: '2026-11-01', end: '2026-11-20' } },
    'from 01-Nov-2026; until 20-Nov-2026',
  ],
  ['two values', { valueString: 'Dry', valueInteger: 2 }, 'Dry; 2'],
  ['no value', {}, null],
  ['an empty range and ratio', { valueRange: {}, valueRatio: {} }, null],
] as const)
  test(`${what} reads as ${text ?? 'nothing'}`, () => {
    assert.equal(said(valued), text);
  });

test('a component was measured only if its observation was', () => {
  const component = [{ valueInteger: 1 }, { status: 'final', valueInteger: 2 }];
  assert.deepEqual(
    valuedIn({ status: 'cancelled', component }).map(({ status }) => status),
    ['cancelled', 'cancelled', 'cancelled'],
  );
  assert.equal(valuedIn({ status: 'final' }).length, 1);
});
