import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreTug } from '../instruments/tug/tug.ts';
import { versionText } from './score-text.ts';

test('the rule of a timed walk is not read as what was found: 8 seconds are not over 10', () => {
  const quick = scoreTug({ seconds: 8 });
  assert.equal(quick.band, '10-or-less');
  assert.equal(versionText(quick.version), 'cut: over 10 seconds');
});
