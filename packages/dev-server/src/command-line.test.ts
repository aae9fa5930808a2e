import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { readCommandLine } from './command-line.ts';
import { OWN_TRAITS } from './personality/traits.ts';

test('without options the server asks for no token, has no faults and does what R4 asks for', () => {
  const { auth, faults, personality } = readCommandLine([]);
  assert.deepEqual([auth, faults, personality], [false, false, OWN_TRAITS]);
});

test('--personality takes names, the later one wins, and single switches win over both', () => {
  const { personality } = readCommandLine([
    '--personality',
    'hapi,index-lag:90',
    '--longest-address',
    '300',
    '--no-post-search',
  ]);
  const { staleMatch, indexLagMs, longestAddress, postSearch } = personality;
  assert.deepEqual([staleMatch, indexLagMs, longestAddress, postSearch], [409, 90_000, 300, false]);
});

test('an unknown personality is refused with the known names', () => {
  assert.throws(
    () => readCommandLine(['--personality', 'unheard-of']),
    (error) =>
      error instanceof EhchError && error.code === 'bad-argument' && /hapi, medplum/.test(error.message),
  );
});
