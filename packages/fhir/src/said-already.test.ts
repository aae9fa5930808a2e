import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSaid } from './said-already.ts';

const SAID: readonly (readonly [string, string])[] = [
  ['four times a day', '2 capsules 4 times a day.'],
  ['twice a day', 'ONE TABLET BD'],
  ['twice a day', 'One capsule twice daily'],
  ['once a day', 'One daily'],
  ['once a day', 'one every day'],
  ['once a week', 'One tablet once weekly on Monday'],
  ['on Monday', 'One tablet once weekly on Monday'],
  ['every 6 hours', 'One 6 hourly'],
  ['5 times a day', 'Inject 10 milligram - 5 times a day - Subcutaneous'],
  ['Inject', 'Inject 10 milligram - 5 times a day - Subcutaneous'],
  ['10 mg', 'Inject 10 milligram - 5 times a day - Subcutaneous'],
  ['as required', 'One PRN'],
  ['left eye', 'One drop to the LEFT eye'],
  ['for 5 days', 'one three times a day for 5 days'],
  ['at night', 'One nocte'],
  ['1 to 2 tablets', 'take 1-2 tablets'],
  ['1 to 2 TAB', 'take 1-2 tablets'],
  ['2 capsules', 'Two caps daily'],
];

for (const [phrase, text] of SAID) {
  test(`"${text}" states "${phrase}"`, () => assert.equal(isSaid(phrase, text), true));
}

const NOT_SAID: readonly (readonly [string, string])[] = [
  ['once a day', 'One tablet twice a day'],
  ['twice a day', 'One daily'],
  ['once a week', 'one daily'],
  ['5 mg', 'Take 2.5 mg daily'],
  ['5 mg', 'Take 15mg daily'],
  ['at night', 'Not at night'],
  ['at bedtime', 'Do not take at bedtime'],
  ['with food', 'Avoid with food'],
  ['for 5 days', 'for 15 days'],
  ['left eye', 'right eye'],
  ['every 6 hours', 'every 16 hours'],
  ['10 micrograms', '10 mg'],
  ['2 tablets', '1/2 tablets'],
];

for (const [phrase, text] of NOT_SAID) {
  test(`"${text}" does not state "${phrase}"`, () => assert.equal(isSaid(phrase, text), false));
}

test('a missing text states nothing, and every text states itself unless it reverses something', () => {
  assert.equal(isSaid('once a day', null), false);
  fc.assert(fc.property(fc.constantFrom(...SAID), ([phrase]) => assert.equal(isSaid(phrase, phrase), true)));
});
