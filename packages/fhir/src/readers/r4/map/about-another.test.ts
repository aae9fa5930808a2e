import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReplaced, withoutOthers } from './about-another.ts';

const STOPPED = /stopped/;
const left = (text: string, own: string) => withoutOthers(text, own, STOPPED);

test('a note that another medicine was stopped says nothing about this one, and its other words stay', () => {
  assert.equal(left('Aspirin stopped. Check INR.', 'Warfarin 1mg tablets'), ' check inr.');
  assert.equal(left('Warfarin stopped. Check INR.', 'Warfarin 1mg tablets'), 'warfarin stopped. check inr.');
});

test('words that many medicines share, such as "tablets", do not make a note one about this medicine', () => {
  assert.equal(left('Aspirin 1mg tablets stopped. Check INR.', 'Warfarin 1mg tablets'), ' check inr.');
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

for (const text of [
  'Stopped aspirin and zzbrand. Check INR.',
  'Zzbrand and aspirin stopped. Check INR.',
  'Stopped aspirin, warfarin and zzbrand. Check INR.',
  'Zzbrand and aspirin, warfarin stopped. Check INR.',
])
  test(`a name that nobody knows beside another medicine may be this one: ${text}`, () => {
    assert.equal(left(text, OWN), text.toLowerCase());
  });

test('"stop" and "changed to" end the medicine that they are written for, and advice about something else does not', () => {
  assert.equal(isReplaced('Stop warfarin.', 'Warfarin 1mg tablets'), true);
  assert.equal(isReplaced('Changed to apixaban.', 'Warfarin 1mg tablets'), true);
  assert.equal(isReplaced('Changed to warfarin.', 'Warfarin 1mg tablets'), false);
  assert.equal(isReplaced('Stop aspirin.', 'Warfarin 1mg tablets'), false);
  for (const own of ['Amlodipine, for smoking related angina', 'Patch to stop smoking'])
    assert.equal(isReplaced('Stop smoking.', own), false, own);
});
