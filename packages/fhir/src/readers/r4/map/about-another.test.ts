import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutOthers } from './about-another.ts';

const STOPPED = /stopped/;
const left = (text: string, own: string) => withoutOthers(text, own, STOPPED);

test('a note that another medicine was stopped says nothing about this one, and its other words stay', () => {
  assert.equal(left('Aspirin stopped. Check INR.', 'Warfarin 1mg tablets'), ' check inr.');
  assert.equal(left('Warfarin stopped. Check INR.', 'Warfarin 1mg tablets'), 'warfarin stopped. check inr.');
});

test('every word stays in a text without a drug’s name, because nobody can tell what it is about', () => {
  for (const own of ['', 'Name withheld by the source', 'Gel'])
    assert.equal(left('Aspirin stopped. Check INR.', own), 'aspirin stopped. check inr.', own);
});

const OWN = 'Amlodipine 5mg tablets';

for (const text of [
  'Stopped aspirin and warfarin. Check INR.',
  'Aspirin and warfarin stopped. Check INR.',
  'Stopped aspirin, warfarin. Check INR.',
  'Aspirin, warfarin stopped. Check INR.',
])
  test(`an end of two other medicines says nothing about this one: ${text}`, () => {
    assert.equal(left(text, OWN), ' check inr.');
  });

for (const text of [
  'Stopped aspirin and amlodipine. Check INR.',
  'Aspirin and amlodipine stopped. Check INR.',
  'Stopped aspirin, amlodipine. Check INR.',
  'Amlodipine, aspirin stopped. Check INR.',
])
  test(`an end of this medicine beside another is never dropped: ${text}`, () => {
    assert.equal(left(text, OWN), text.toLowerCase());
  });

for (const text of ['Stopped aspirin and zzbrand. Check INR.', 'Zzbrand and aspirin stopped. Check INR.'])
  test(`a name that nobody knows beside another medicine may be this one: ${text}`, () => {
    assert.equal(left(text, OWN), text.toLowerCase());
  });
