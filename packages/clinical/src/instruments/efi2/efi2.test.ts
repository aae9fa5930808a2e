import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { enterEfi2 } from './efi2.ts';

test('every value of four decimals has the band of the published cut-offs', () => {
  for (let unit = 0; unit <= 10_000; unit += 1) {
    const expected = unit <= 857 ? 'robust' : unit <= 1624 ? 'mild' : unit <= 2392 ? 'moderate' : 'severe';
    assert.equal(enterEfi2({ value: unit / 10_000, decimals: 4, name: 'eFI2' }).band, expected, String(unit));
  }
});

test('a rounded value has a band only if every value that rounds to it has the same band', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 3 }), (unit, decimals) => {
      const exact = enterEfi2({ value: unit / 10_000, decimals: 4, name: 'eFI2' });
      const scale = 10 ** (4 - decimals);
      const printed = Math.floor((unit + scale / 2) / scale) / 10 ** decimals;
      const { band, ambiguous } = enterEfi2({ value: printed, decimals, name: 'eFI2' });
      assert.equal(ambiguous, band === null);
      if (band !== null) assert.equal(band, exact.band);
    }),
    { numRuns: 5000 },
  );
});

test('only a value that its source names eFI2 has a total', () => {
  for (const name of [undefined, null, 'another', 'not-known', 'eFI', 'efi2', ''])
    assert.equal(enterEfi2({ value: 0.2, name } as Parameters<typeof enterEfi2>[0]).total, null);
});

test('a number counts with all its own decimals, however many are stated', () => {
  const bandOf = (value: number, decimals: number | null) =>
    enterEfi2({ value, decimals, name: 'eFI2' }).band;
  // 0.09 may have been rounded from either side of 0.0858; 0.0900 may not.
  assert.deepEqual([bandOf(0.09, null), bandOf(0.09, 4), bandOf(0.09, 2.5)], [null, 'mild', null]);
  for (const decimals of [0, 1, 3]) assert.equal(bandOf(0.0858, decimals), 'mild', String(decimals));
});
