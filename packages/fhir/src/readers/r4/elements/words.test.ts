import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementText } from './words.ts';

test('what limits an element or turns it round stands with its words', () => {
  assert.equal(elementText({ comparator: '<', value: 5, unit: 'mg' }), '< 5 mg');
  assert.equal(
    elementText({ allowedBoolean: false, reasonCode: { text: 'same brand' } }),
    'same brand (allowed: no)',
  );
  assert.equal(
    elementText({ status: 'cancelled', code: { text: 'Hip X-ray' } }),
    'Hip X-ray (status: cancelled)',
  );
  assert.equal(elementText({ status: 'final', code: { text: 'Hip X-ray' } }), 'Hip X-ray');
  assert.equal(elementText({ url: 'https://example.org/x', valueBoolean: false }), 'false');
});
