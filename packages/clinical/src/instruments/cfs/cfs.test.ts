import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cfs, enterCfs, type CfsInput } from './cfs.ts';

test('no input makes the entry throw, and only a level gives a level', () => {
  const input = fc.record(
    { level: fc.anything(), dementia: fc.anything(), ageYears: fc.anything(), version: fc.anything() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), input), (given) => {
      const { level, total, status } = enterCfs(given as CfsInput);
      assert.equal(level, total);
      assert.equal(status === 'complete', level !== null);
      if (level !== null) assert.equal(level, (given as CfsInput).level);
    }),
    { numRuns: 1000 },
  );
});

test('nine is not called worse than eight', () => {
  assert.equal(cfs.direction, 'none');
  assert.equal(enterCfs({ level: 9 }).direction, 'none');
});

test('no level has a description, because the words belong to the owner of the scale', () => {
  assert.deepEqual(
    cfs.items.filter((item) => 'options' in item).map(({ id }) => id),
    ['version'],
  );
});
