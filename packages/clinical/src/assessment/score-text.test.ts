import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../instruments/index.ts';
import { scoreTug } from '../instruments/tug/tug.ts';
import { bandText, versionText } from './score-text.ts';

test('the rule of a timed walk is not read as what was found: 8 seconds are not over 10', () => {
  const quick = scoreTug({ seconds: 8 });
  assert.equal(quick.band, '10-or-less');
  assert.equal(versionText(quick.version), 'cut: over 10 seconds');
});

test('a level of the frailty scale is one level, and its group is said to be a group', () => {
  assert.equal(bandText('levels-7-and-8'), 'group of levels 7 and 8');
});

test('no version of an instrument is read as a name that only a program has', () => {
  for (const { id, version } of instruments)
    assert.doesNotMatch(versionText(version), /[a-z]-[a-zA-Z\d]|_|\d{4}-/, `${id}: ${versionText(version)}`);
});
