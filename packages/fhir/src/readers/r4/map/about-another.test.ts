import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, statement } from './medicine.fixtures.ts';
import { isMedicineOver } from './over-in-words.ts';

const WARFARIN = 'Warfarin 1mg tablets';

for (const text of [
  'Aspirin stopped',
  'Aspirin 75mg stopped 3 May, warfarin continues',
  'Aspirin stopped when warfarin started',
  'GP stopped aspirin and started warfarin',
  'Reviewed by GP, aspirin stopped',
  'Aspirin and clopidogrel have been stopped',
  'No longer taking ramipril or amlodipine',
  'Do not give aspirin',
  'Changed from apixaban (stopped)',
  'Aspirin replaced by apixaban',
  'Do not take indigestion remedies 2 hours before or after you take this medicine',
  'Do not take anything else containing paracetamol while taking this medicine',
  'Do not take any other blood thinners',
])
  test(`"${text}" does not say that warfarin is over`, () =>
    assert.equal(isMedicineOver(WARFARIN, [text]), false));

for (const text of [
  'Stopped',
  'Warfarin stopped, aspirin started',
  'Stopped and aspirin started instead',
  'Stopped, aspirin started',
  'Stopped aspirin started',
  'Stopped because of aspirin',
  'Aspirin and warfarin stopped',
  'Aspirin, warfarin stopped',
  'Stopped aspirin and warfarin',
  'Aspirin and Marevan stopped',
  'Stopped aspirin and Marevan',
  'Marevan stopped',
  'Aspirin stopped. STOPPED',
  'Aspirin stopped and so was this',
  'Aspirin and this both stopped',
  'Stopped April 2026',
  'April stopped',
  'Do not take anything by mouth',
  'Not to be given other than by the nurse',
  'Dr Patel stopped this',
  'Warfarin - aspirin stopped it',
  'Aspirin stopped (and warfarin)',
  'Aspirin stopped along with warfarin',
  'Aspirin stopped, as was warfarin',
  'Do not give other medicines: stopped',
  'Do not take alcohol or this medicine',
])
  test(`"${text}" leaves warfarin in doubt`, () => assert.ok(isMedicineOver(WARFARIN, [text])));

test('a generic name beside a brand, or in another spelling, may be the same medicine', () => {
  for (const [name, text] of [
    ['Eliquis 5mg tablets', 'Apixaban stopped'],
    ['Amoxicillin 500mg capsules', 'Amoxycillin stopped'],
    ['Furosemide 40mg tablets', 'Frusemide stopped'],
    ['Co-codamol 30mg/500mg tablets', 'Paracetamol stopped'],
    ['Milk of magnesia', 'Do not take milk of magnesia'],
  ] as const)
    assert.ok(isMedicineOver(name, [text]), name);
  assert.equal(isMedicineOver('Perindopril 4mg tablets', ['Ramipril stopped']), false);
});

test('a note about another medicine leaves an active one as it is; one about itself does not', () => {
  const cautions = (text: string) =>
    only(statement('m', { medicationCodeableConcept: { text: WARFARIN }, note: [{ text }] })).cautions;
  assert.deepEqual(cautions('Aspirin stopped by GP'), []);
  assert.deepEqual(cautions('Warfarin stopped by GP'), ['contradicts-itself']);
});
