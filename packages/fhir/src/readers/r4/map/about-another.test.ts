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
