import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NEWS2_LIMITS, NEWS2_PARTS } from './news2-part.ts';
import { news2, scoreNews2, type News2Input } from './news2.ts';
import { NORMAL } from './news2.vectors.ts';

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const set = fc
  .record({
    rr: optional(fc.integer({ min: 0, max: 99 })),
    spo2: optional(fc.oneof(fc.integer({ min: 10, max: 100 }), fc.integer({ min: 80, max: 100 }))),
    scale: optional(fc.constantFrom(1, 2)),
    oxygen: optional(fc.boolean()),
    sbp: optional(fc.integer({ min: 20, max: 350 })),
    pulse: optional(fc.integer({ min: 0, max: 300 })),
    acvpu: optional(fc.constantFrom('A', 'C', 'V', 'P', 'U')),
    temp: optional(fc.integer({ min: 2000, max: 4500 }).map((hundredths) => hundredths / 100)),
  })
  .map(
    (parts) =>
      Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as News2Input,
  );

const BANDS = ['low-medium', 'medium', 'high'];
const reached = (input: News2Input): number => {
  const { band, atLeastBand } = scoreNews2(input);
  return BANDS.indexOf(band ?? atLeastBand ?? '');
};
const soFar = (input: News2Input): number => {
  const { total, atLeast } = scoreNews2(input);
  return total ?? atLeast ?? Number.NaN;
};

test('no input makes the score throw, and there is no total without every part', () => {
  const keys = fc.constantFrom(...NEWS2_PARTS, 'scale', 'ageYears', 'pregnant', 'times', 'source');
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything())), (input) => {
      const result = scoreNews2(input as News2Input);
      assert.equal(result.total === null, result.status !== 'complete');
      assert.equal(result.band === null, result.status !== 'complete');
      if (result.status === 'complete')
        assert.ok(Object.values(result.items).every(({ score }) => score !== null));
    }),
    { numRuns: 2000 },
  );
});

test('one more part never lowers the score so far, and one fewer never gives a total', () => {
  fc.assert(
    fc.property(set, fc.constantFrom(...NEWS2_PARTS), (input, part) => {
      const { [part]: _, ...rest } = input;
      assert.ok(soFar(rest) <= soFar(input));
      assert.ok(reached(rest) <= reached(input));
      assert.equal(scoreNews2(rest).status, 'incomplete');
      assert.ok(scoreNews2(rest).missing.includes(part));
    }),
    { numRuns: 1000 },
  );
});

test('what is missing is named in the order of the chart, in whatever order the rest was given', () => {
  assert.deepEqual(scoreNews2({ temp: 37, rr: 18 }).missing, ['spo2', 'oxygen', 'sbp', 'pulse', 'acvpu']);
});

test('the total is the sum of its parts and within its range', () => {
  fc.assert(
    fc.property(set, (input) => {
      const { total, atLeast, items, single3 } = scoreNews2(input);
      const scores = Object.values(items).flatMap(({ score }) => score ?? []);
      assert.equal(
        total ?? atLeast,
        scores.reduce((a, b) => a + b, 0),
      );
      assert.ok((total ?? 0) >= news2.range[0] && (total ?? 0) <= news2.range[1]);
      assert.equal(single3, scores.includes(3));
    }),
    { numRuns: 1000 },
  );
});

test('the order of the keys never matters', () => {
  fc.assert(
    fc.property(set, (input) => {
      const turned = Object.fromEntries(Object.entries(input).reverse()) as News2Input;
      assert.deepEqual(scoreNews2(turned), scoreNews2(input));
    }),
  );
});

test('a value between two whole numbers scores like the worse of them', () => {
  const part = fc.constantFrom('rr', 'spo2', 'sbp', 'pulse');
  fc.assert(
    fc.property(
      part,
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (id, whole, tenth, oxygen) => {
        const [low, high] = NEWS2_LIMITS[id].possible;
        fc.pre(whole >= low && whole + 1 <= high);
        const score = (value: number) =>
          scoreNews2({ ...NORMAL, scale: 2, oxygen, [id]: value }).items[id]?.score ?? Number.NaN;
        assert.equal(score(whole + tenth / 10), Math.max(score(whole), score(whole + 1)));
      },
    ),
    { numRuns: 500 },
  );
});

test('a temperature is rounded half up in decimal digits before it is scored, and shown as scored', () => {
  const cases = [
    [35.04, 35, 3],
    [35.05, 35.1, 1],
    [36.04, 36, 1],
    [36.05, 36.1, 0],
    [38.04999, 38, 0],
    // In binary, 38.05 is slightly less than 38.05.
    [38.05, 38.1, 1],
    [39.05, 39.1, 2],
    [37, 37, 0],
  ] as const;
  for (const [temp, value, score] of cases) {
    const { items, flags } = scoreNews2({ ...NORMAL, temp });
    assert.deepEqual(items['temp'], { value, score });
    assert.equal(flags.includes('rounded-input'), temp !== value);
  }
});

test('every score changes exactly at the table’s limits', () => {
  const edges = {
    rr: [8, 9, 11, 12, 20, 21, 24, 25],
    sbp: [90, 91, 100, 101, 110, 111, 219, 220],
    pulse: [40, 41, 50, 51, 90, 91, 110, 111, 130, 131],
    spo2: [91, 92, 93, 94, 95, 96],
    temp: [35, 35.1, 36, 36.1, 38, 38.1, 39, 39.1],
  };
  const expected = {
    rr: [3, 1, 1, 0, 0, 2, 2, 3],
    sbp: [3, 2, 2, 1, 1, 0, 0, 3],
    pulse: [3, 1, 1, 0, 0, 1, 1, 2, 2, 3],
    spo2: [3, 2, 2, 1, 1, 0],
    temp: [3, 1, 1, 0, 0, 1, 1, 2],
  };
  for (const [part, values] of Object.entries(edges)) {
    const scores = values.map((value) => scoreNews2({ ...NORMAL, [part]: value }).items[part]?.score);
    assert.deepEqual(scores, expected[part as keyof typeof expected], part);
  }
});

test('every score of scale 2 changes exactly at the table’s limits, on air and on oxygen', () => {
  const spo2 = [83, 84, 85, 86, 87, 88, 92, 93, 94, 95, 96, 97, 100];
  const scores = (oxygen: boolean) =>
    spo2.map((value) => scoreNews2({ ...NORMAL, scale: 2, oxygen, spo2: value }).items['spo2']?.score);
  assert.deepEqual(scores(false), [3, 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(scores(true), [3, 2, 2, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3]);
});

test('a saturation sent as a fraction is impossible and gives no points', () => {
  for (const spo2 of [0.97, 1, 9.7]) {
    const { status, flags } = scoreNews2({ spo2 });
    assert.equal(status, 'invalid');
    assert.ok(flags.includes('impossible-spo2'));
  }
});
