import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandEfiCount, bandEfiScore, efi, type EfiInput } from './efi.ts';

test('a count printed with two decimals or more keeps its band', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 2, max: 12 }), (count, decimals) => {
      const printed = bandEfiScore({ score: Number((count / 36).toFixed(decimals)), decimals });
      assert.equal(printed.band, bandEfiCount(count).band);
      assert.equal(printed.deficits, count);
    }),
  );
});

test('rounding is flagged exactly if the printed number would read as another band', () => {
  const flagged = Array.from({ length: 37 }, (_, count) => count).filter(
    (count) => bandEfiScore({ score: Number((count / 36).toFixed(2)), decimals: 2 }).ambiguous,
  );
  assert.deepEqual(flagged, [13]);
});

test('no input makes the index throw, and without a score there is no band', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({ deficits: fc.anything(), score: fc.anything(), decimals: fc.anything() }),
      ),
      (input) => {
        const result = efi.score(input as EfiInput);
        assert.equal(result.total === null, result.status !== 'complete');
        if (result.total === null) assert.equal(result.band, null);
      },
    ),
    { numRuns: 1000 },
  );
});
