import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CELSIUS, CENTIMETRES, convert, KILOGRAMS, strangeUnit, unitsConflict } from './quantity.ts';

test('a unit is known by its code, its name, its short name and its plural', () => {
  for (const [unit, value, units, expected] of [
    ['kg', 61.2, KILOGRAMS, 61.2],
    ['Kilograms', 61.2, KILOGRAMS, 61.2],
    ['lbs', 100, KILOGRAMS, 45.4],
    ['[stone_av]', 9, KILOGRAMS, 57.2],
    ['m', 1.61, CENTIMETRES, 161],
    ['Inches', 63, CENTIMETRES, 160],
    ['[in_i]', 63, CENTIMETRES, 160],
    ['degrees Celsius', 37.4, CELSIUS, 37.4],
    ['°F', 99.3, CELSIUS, 37.4],
  ] as const) {
    assert.equal(convert({ value, unit }, units, 1, new Set()), expected, unit);
    assert.equal(strangeUnit({ code: 'kg', unit }), null, unit);
  }
});

test('an unknown unit gives no number, and is shown beside a known code', () => {
  assert.equal(convert({ value: 12, unit: 'quarters' }, KILOGRAMS, 1, new Set()), null);
  assert.equal(strangeUnit({ code: 'kg', unit: 'quarters' }), 'quarters');
});

test('a code and words that name two units conflict, whichever of their names is used', () => {
  for (const [code, unit] of [
    ['kg', 'lb'],
    ['cm', 'inches'],
    ['[degF]', 'degrees Celsius'],
    ['mm[Hg]', 'kPa'],
    ['mg/dL', 'µmol/L'],
  ] as const)
    assert.equal(unitsConflict({ value: 1, code, unit }), true, `${code} ${unit}`);
  for (const [code, unit] of [
    ['[lb_av]', 'pounds'],
    ['[in_i]', 'inches'],
    ['Cel', 'degrees Celsius'],
    ['mm[Hg]', 'mmHg'],
  ] as const)
    assert.equal(unitsConflict({ value: 1, code, unit }), false, `${code} ${unit}`);
});
