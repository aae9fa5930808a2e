import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Dosage } from '../../readers/r4/dosage.ts';
import { contradictsItself } from './contradictions.ts';

const dose = (text: string, value: number, unit: string): Dosage => ({
  text,
  doseAndRate: [{ doseQuantity: { value, unit } }],
});
const every = (text: string, periodUnit: string, frequency = 1): Dosage => ({
  text,
  timing: { repeat: { frequency, period: 1, periodUnit } },
});

const mg = (value: number | undefined) => (value === undefined ? undefined : { value, unit: 'mg' });
const range = (text: string, low: number | undefined, high: number | undefined): Dosage => ({
  text,
  doseAndRate: [{ doseRange: { low: mg(low), high: mg(high) } }],
});
const at = (text: string, repeat: NonNullable<Dosage['timing']>['repeat']): Dosage => ({
  text,
  timing: { repeat },
});
const limit = (text: string, value: number, unit: string): Dosage => ({
  text,
  maxDosePerPeriod: { numerator: { value, unit }, denominator: { value: 24, unit: 'h' } },
});
const coded = (code: string, repeat: NonNullable<Dosage['timing']>['repeat']): Dosage => ({
  timing: { code: { coding: [{ code }] }, repeat },
});
const onDays = (...dayOfWeek: string[]): Dosage => ({
  timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', dayOfWeek } },
});

for (const [name, step] of [
  ['ten times the dose', dose('2.5mg at night', 25, 'mg')],
  ['a thousand times the dose', dose('25 micrograms daily', 25, 'mg')],
  ['ten times the dose in words for grams', dose('Take 1 gram daily', 100, 'mg')],
  ['a thousand times the dose in nanograms', dose('100 nanograms daily', 100, 'micrograms')],
  ['another number of tablets', dose('Take 2 tablets daily', 4, 'tablet')],
  ['another amount of the same unit', dose('Give 5ml', 10, 'ml')],
  ['a day for a week', every('4 tablets once a week', 'd')],
  ['three times for twice', every('One three times a day', 'd', 2)],
  ['"when required" for "not as required"', { text: 'One when required', asNeededBoolean: false }],
  ['one route for another', { text: 'One by mouth', route: { text: 'Subcutaneous route' } }],
  ['a week for a day', every('One to be taken once daily', 'wk')],
  ['a day for a week on Mondays', every('10 mg once a WEEK on Mondays', 'd')],
  ['another range', range('0.5 to 1 mg at night', 5, 10)],
  ['another interval', every('One patch every 72 hours', 'h')],
  ['a code for twice for once', coded('BID', { frequency: 1, period: 1, periodUnit: 'd' })],
  ['a code for once for twice', coded('QD', { frequency: 2, period: 1, periodUnit: 'd' })],
  ['a code for every other day for each day', coded('QOD', { frequency: 1, period: 1, periodUnit: 'd' })],
  [
    'a reason for "when required" for "not as required"',
    { asNeededBoolean: false, asNeededCodeableConcept: { text: 'pain' } },
  ],
  ['another maximum', limit('Two when required, max 8 tablets in 24 hours', 4, 'tablet')],
  ['another maximum of mass', limit('Maximum 4 g per day', 400, 'mg')],
  ['a day for seven days', every('Change the patch every 7 days', 'd')],
] as const)
  test(`words and parts that give ${name} contradict each other`, () => assert.ok(contradictsItself(step)));

for (const [name, step] of [
  ['the same maximum', limit('No more than 8 tablets in 24 hours', 8, 'tablet')],
  ['a maximum in another unit', limit('No more than 8 tablets in 24 hours', 4, 'g')],
  ['the same maximum of mass', limit('Maximum 4 g per day', 4000, 'mg')],
  ['the code of the same rhythm', coded('BID', { frequency: 2, period: 1, periodUnit: 'd' })],
  [
    'a code for twice a day beside every 12 hours',
    coded('BID', { frequency: 1, period: 12, periodUnit: 'h' }),
  ],
  ['the same dose', dose('2.5 mg at night', 2.5, 'mg')],
  ['the same dose in another unit', dose('Take one 500 microgram tablet', 0.5, 'mg')],
  ['the same dose in grams, and what one tablet holds', dose('Take 1 gram as tablets of 500mg', 1000, 'mg')],
  ['two tablets of 500 mg as 1 g', dose('Take two 500mg tablets', 1, 'g')],
  ['one end of a range', dose('1-2 tablets when required', 1, 'tablet')],
  ['a maximum beside the dose', dose('1 tablet, no more than 8 tablets in a day', 1, 'tablet')],
  ['a strength beside the volume', dose('10ml of 5mg/5ml', 10, 'ml')],
  ['two tablets of 500 mg as 1,000 mg', dose('Take two 500mg tablets', 1000, 'mg')],
  ['another unit', dose('5mg daily', 1, 'tablet')],
  ['words without an amount', dose('As directed', 1, 'tablet')],
  ['the same rhythm', every('Once a week on Monday', 'wk')],
  ['the days of a week', every('Once daily on Monday, Wednesday and Friday', 'wk', 3)],
  ['two tablets for once', every('2 daily', 'd')],
  ['twice', every('One twice a day', 'd', 2)],
  [
    'a count within a range',
    {
      text: '3 times a day',
      timing: { repeat: { frequency: 2, frequencyMax: 4, period: 1, periodUnit: 'd' } },
    },
  ],
  ['"when required" in both', { text: 'One when required', asNeededBoolean: true }],
  ['the same route', { text: 'One by mouth', route: { text: 'Oral' } }],
  ['several routes', { text: 'By mouth or under the tongue', route: { text: 'Oral' } }],
  ['one day of a week', { ...every('Once a week on Monday', 'd'), ...onDays('mon') }],
  ['a part of a range', range('5mg as required', 2.5, 5)],
  ['less than a range that has no lower end', range('0.5 mg at night', undefined, 5)],
  ['more than a range that has no upper end', range('50 mg at night', 5, undefined)],
  ['the same interval', at('Every 3 days', { frequency: 1, period: 72, periodUnit: 'h' })],
  ['a limit beside the rhythm', every('One daily, no more than one every 24 hours', 'd')],
  ['a review beside the rhythm', every('One daily, review every 7 days', 'd')],
  ['no rhythm', every('In the morning', 'd')],
] as const)
  test(`words and parts that give ${name} are no contradiction`, () => assert.ok(!contradictsItself(step)));
