import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from '../../.ci/step.ts';
import { equivalents, isEquivalent } from './equivalents.ts';
import { mutantsOf, sourcesAt } from './sample.ts';

test('every reviewed mutant still exists, and states why nobody could tell it from the source', () => {
  for (const { key, file, reason } of equivalents) {
    const keys = mutantsOf(root, sourcesAt(root, file)).map((mutant) => mutant.key);
    assert.ok(
      keys.includes(key),
      `${key} of ${file} has changed: judge it again, and take it out of the list.`,
    );
    assert.ok(reason.split(' ').length > 3, `${key} of ${file} has no reason.`);
    assert.ok(isEquivalent({ key }));
  }
});
