import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtWords, withDoubt } from './doubt.ts';

test('a doubt about a fact stands after it in brackets', () => {
  assert.equal(withDoubt('Weight 520 kg', { cautions: ['implausible'] }), 'Weight 520 kg (implausible)');
  assert.equal(
    withDoubt('NEWS2 2', { cautions: ['contradicted'] }),
    'NEWS2 2 (another record says otherwise)',
  );
  assert.equal(doubtWords({ cautions: ['two-versions', 'unconfirmed'] }), 'unconfirmed, one of two versions');
});

test('a caution that does not touch the statement puts nothing in doubt', () => {
  assert.equal(withDoubt('Weight 52 kg', { cautions: ['converted', 'code-only'] }), 'Weight 52 kg');
  assert.equal(doubtWords({ cautions: [] }), null);
});
