import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtWords, withDoubt } from './doubt.ts';

test('what puts a fact in doubt stands behind it in a word', () => {
  assert.equal(withDoubt('Weight 520 kg', { cautions: ['implausible'] }), 'Weight 520 kg (implausible)');
  assert.equal(
    withDoubt('NEWS2 2', { cautions: ['contradicted'] }),
    'NEWS2 2 (another record says otherwise)',
  );
  assert.equal(doubtWords({ cautions: ['two-versions', 'unconfirmed'] }), 'unconfirmed, one of two versions');
});

test('a caution that leaves the statement as it is puts nothing in doubt', () => {
  assert.equal(withDoubt('Weight 52 kg', { cautions: ['converted', 'code-only'] }), 'Weight 52 kg');
  assert.equal(doubtWords({ cautions: [] }), null);
});
