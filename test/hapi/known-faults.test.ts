import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownFault } from './known-faults.ts';

const below = (value: string, least: string) =>
  `The quantity ${value} (UCUM#kg) is less than the allowed minimum of ${least} (UCUM#kg)`;

test('HAPI calls 153 kg less than 15 kg: that is let pass, and a value that is truly below is not', () => {
  assert.match(knownFault({ diagnostics: below('153 kg', '15 kg') }) ?? '', /wrong way round/);
  assert.equal(knownFault({ diagnostics: below('9 kg', '15 kg') }), null);
  assert.equal(knownFault({ diagnostics: below('20 lb', '15 kg') }), null);
  assert.equal(knownFault({ diagnostics: 'Unrecognized property "colour"' }), null);
  assert.equal(knownFault({}), null);
});
