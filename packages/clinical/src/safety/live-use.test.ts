import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SAMPLE_LADDER } from '../escalation/ladder.fixtures.ts';
import { KIT_VERSION } from './kit-version.ts';
import { SAFETY_CASE, whyNotForLiveUse } from './live-use.ts';

const by = { by: 'A. Safety', on: '2026-11-20' };
const ACCEPTED = { ...SAFETY_CASE, acceptedBy: by };

test('the version that a report names is that of the packages', () => {
  for (const name of ['clinical', 'elements', 'fhir', 'sdk', 'store', 'sync']) {
    const file = new URL(`../../../${name}/package.json`, import.meta.url);
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    assert.equal(version, KIT_VERSION, name);
  }
});

test('nothing is for live use until a named officer has accepted the risks', () => {
  assert.deepEqual(whyNotForLiveUse({ signedOff: by }), ['its risks are accepted by nobody']);
  assert.deepEqual(whyNotForLiveUse({ signedOff: by }, ACCEPTED), []);
});

test('a sample, an unsigned place, an unsigned ladder and no place at all are not for live use, each in its own words', () => {
  assert.deepEqual(whyNotForLiveUse(null, ACCEPTED), ['no place file is in force']);
  assert.deepEqual(whyNotForLiveUse({ signedOff: null, isSample: true }, ACCEPTED), [
    'sample · not signed off',
  ]);
  assert.deepEqual(whyNotForLiveUse({ signedOff: by, isSample: true }, ACCEPTED), ['sample']);
  assert.deepEqual(whyNotForLiveUse({ signedOff: null }, ACCEPTED), ['the place file is not signed off']);
  assert.deepEqual(whyNotForLiveUse({ signedOff: by, ladder: SAMPLE_LADDER }, ACCEPTED), [
    '“What to do when” is not signed off',
  ]);
});
