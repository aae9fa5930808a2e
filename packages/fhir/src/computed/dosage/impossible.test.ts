import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dosage } from '../../readers/r4/dosage.ts';
import { isImpossible } from './impossible.ts';

const amount = (value: number, unit: string) => ({ value, unit });
const dose = (value: number): Dosage => ({ doseAndRate: [{ doseQuantity: amount(value, 'mg') }] });
const range = (low: ReturnType<typeof amount>, high: ReturnType<typeof amount>): Dosage => ({
  doseAndRate: [{ doseRange: { low, high } }],
});
const at = (repeat: NonNullable<Dosage['timing']>['repeat']): Dosage => ({ timing: { repeat } });
const daily = { period: 1, periodUnit: 'd' };

for (const [name, step] of [
  ['a negative dose', dose(-1)],
  ['a negative maximum', { maxDosePerAdministration: amount(-1, 'g') }],
  ['a range from more to less', range(amount(10, 'mg'), amount(5, 'mg'))],
  ['a range in two units', range(amount(5, 'mg'), amount(10, 'mL'))],
  ['a range that falls across units', range(amount(5, 'mg'), amount(500, 'micrograms'))],
  ['a range of volumes that falls', range(amount(1, 'L'), amount(500, 'mL'))],
  ['four to two times a day', at({ frequency: 4, frequencyMax: 2, ...daily })],
  ['every six to four hours', at({ period: 6, periodMax: 4, periodUnit: 'h' })],
  ['no times a day', at({ frequency: 0, ...daily })],
] as const)
  test(`${name} is impossible`, () => assert.ok(isImpossible(step)));

for (const [name, step] of [
  ['a dose of nothing, which is meant', dose(0)],
  ['a range', range(amount(5, 'mg'), amount(10, 'mg'))],
  ['a range that grows across units', range(amount(500, 'micrograms'), amount(1, 'mg'))],
  ['a range whose units are one in two spellings', range(amount(1, 'tablet'), amount(2, 'Tablets'))],
  ['a range in grams of either spelling', range(amount(500, 'milligrams'), amount(1, 'gram'))],
  ['a range from nanograms to micrograms', range(amount(100, 'ng'), amount(1, 'microgram'))],
  ['a range from millilitres to a litre', range(amount(500, 'mL'), amount(1, 'L'))],
  ['a range in litres of either spelling', range(amount(1, 'L'), amount(2, 'litres'))],
  ['none to four times a day', at({ frequency: 0, frequencyMax: 4, ...daily })],
  ['an empty step', {}],
] as const)
  test(`${name} is possible`, () => assert.ok(!isImpossible(step)));
