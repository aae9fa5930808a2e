import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ScoreResult } from '../score.ts';

type Score = (input: never) => ScoreResult;

/** Any value at all, and objects with the right names and any values. */
export function anything(...names: readonly string[]): fc.Arbitrary<never> {
  const value = fc.oneof(
    fc.anything(),
    fc.integer({ min: -5, max: 120 }),
    fc.constantFrom('unable', 'refused', 'not-asked', 'not-known', '0', '1', '2', 'yes', 'no'),
  );
  return fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...names, 'version'), value),
  ) as fc.Arbitrary<never>;
}

/** Asserts that no input throws, that only a complete set has a total and a band, and that every number is finite. */
export function assertTotal(score: Score, ...names: readonly string[]): void {
  fc.assert(
    fc.property(anything(...names), (input) => {
      const { status, total, band, range, missing } = score(input);
      if (status !== 'complete') assert.deepEqual([total, band], [null, null]);
      if (status === 'complete') assert.deepEqual(missing, []);
      if (status === 'complete' && range !== null) {
        assert.ok(total !== null && total >= range[0] && total <= range[1]);
      }
    }),
    { numRuns: 1000 },
  );
}

/** Asserts that a finished total comes back unchanged over its whole range and nowhere else. */
export function assertEntry(score: Score, [min, max]: readonly [number, number]): void {
  const enter = score as (input: { readonly total: unknown }) => ScoreResult;
  for (let total = min; total <= max; total += 1) {
    assert.equal(enter({ total }).total, total);
    assert.equal(enter({ total: total + 0.5 }).status, 'invalid');
    assert.equal(enter({ total: String(total) }).status, 'invalid');
  }
  for (const total of [min - 1, max + 1, Number.NaN, Number.POSITIVE_INFINITY])
    assert.equal(enter({ total }).status, 'invalid');
  for (const total of ['unable', 'refused', 'not-asked', 'not-known']) {
    const result = enter({ total });
    assert.equal(result.status, 'incomplete');
    assert.deepEqual(result.items['total'], { value: total, score: null });
  }
}

/** Asserts that one part fewer gives no total and no higher score, and that the order of entry changes nothing. */
export function assertSum(score: Score, whole: fc.Arbitrary<Readonly<Record<string, unknown>>>): void {
  const give = score as (input: Readonly<Record<string, unknown>>) => ScoreResult;
  fc.assert(
    fc.property(whole, fc.nat(), (input, at) => {
      const entries = Object.entries(input);
      const part = entries[at % entries.length]?.[0] ?? '';
      const complete = give(input);
      assert.equal(complete.status, 'complete');
      assert.deepEqual(give(Object.fromEntries(entries.toReversed())), complete);
      for (const none of [undefined, null, 'unable', 'refused', 'not-asked', 'not-known']) {
        const fewer = give({ ...input, [part]: none });
        assert.deepEqual([fewer.status, fewer.total, fewer.band], ['incomplete', null, null]);
        assert.deepEqual(fewer.missing, [part]);
        if (fewer.atLeast !== undefined) assert.ok(fewer.atLeast <= (complete.total ?? Number.NaN));
      }
    }),
    { numRuns: 300 },
  );
}

/**
 * Asserts that a measurement counts from `possible[0]` to `possible[1]`, is doubted outside `plausible`, and is refused
 * beyond. `by` is the step outside each limit.
 */
export function assertLimits(
  flags: (value: number) => readonly string[],
  id: string,
  {
    plausible,
    possible,
    by,
  }: Readonly<Record<'plausible' | 'possible', readonly [number, number]>> & { readonly by: number },
): void {
  const said = (value: number) => flags(value).filter((flag) => flag.endsWith(`-${id}`));
  for (const value of plausible) assert.deepEqual(said(value), []);
  for (const value of [possible[0] - by, possible[1] + by])
    assert.deepEqual(said(value), [`impossible-${id}`]);
  for (const [value, inner] of [
    [possible[0], plausible[0]],
    [possible[1], plausible[1]],
  ] as const)
    if (value !== inner) {
      const outside = value < inner ? -by : by;
      assert.deepEqual(said(value), [`implausible-${id}`]);
      assert.deepEqual(said(inner + outside), [`implausible-${id}`]);
    }
}
