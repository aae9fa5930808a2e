import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anything, assertLimits, assertTotal } from '../whole-entry.fixtures.ts';
import { orthostaticBpOf, type OrthostaticInput } from './orthostatic-bp.ts';

const pair = fc
  .tuple(fc.integer({ min: 40, max: 260 }), fc.integer({ min: 5, max: 35 }))
  .map(([sbp, gap]) => ({ sbp, dbp: sbp - gap }));
const set = fc.record({
  lying: pair,
  first: pair,
  third: pair,
  later: fc.array(pair, { maxLength: 3 }),
  symptoms: fc.boolean(),
});
const whole = set.map(({ lying, first, third, later, symptoms }) => ({
  lyingSbp: lying.sbp,
  lyingDbp: lying.dbp,
  standing: [
    { minute: 1, posture: 'standing' as const, ...first },
    { minute: 3, posture: 'standing' as const, ...third },
    ...later.map((reading, at) => ({ minute: 4 + at, posture: 'standing' as const, ...reading })),
  ],
  symptoms,
}));

test('any input has a result, and there is no band without every reading', () => {
  assertTotal(orthostaticBpOf, 'lyingSbp', 'lyingDbp', 'standing', 'symptoms');
  const reading = fc.dictionary(fc.constantFrom('minute', 'sbp', 'dbp', 'posture'), fc.anything());
  fc.assert(
    fc.property(fc.array(fc.oneof(reading, fc.anything())), anything('lyingSbp'), (standing, other) => {
      const { positive, status } = orthostaticBpOf({
        ...(other as object),
        standing: standing as NonNullable<OrthostaticInput['standing']>,
      });
      assert.ok(positive !== false || status === 'complete');
    }),
  );
});

test('the worst reading decides, in any order', () => {
  fc.assert(
    fc.property(whole, (input) => {
      const result = orthostaticBpOf(input);
      const sbp = input.lyingSbp - Math.min(...input.standing.map((each) => each.sbp));
      const dbp = input.lyingDbp - Math.min(...input.standing.map((each) => each.dbp));
      assert.deepEqual([result.status, result.total, result.dbpDrop], ['complete', sbp, dbp]);
      const below = sbp > 0 && input.lyingSbp - sbp < 90;
      assert.equal(result.positive, sbp >= 20 || below || (dbp >= 10 && input.symptoms));
      assert.equal(result.band, result.positive ? 'positive' : 'negative');
      const { standing } = input;
      assert.equal(orthostaticBpOf({ ...input, standing: standing.toReversed() }).positive, result.positive);
    }),
  );
});

test('one value fewer never finds more, and never gives a negative result', () => {
  const keys = ['lyingSbp', 'lyingDbp', 'standing', 'symptoms'] as const;
  fc.assert(
    fc.property(whole, fc.constantFrom(...keys), fc.nat(), (input, key, at) => {
      const all = orthostaticBpOf(input);
      const { [key]: _, ...rest } = input;
      const keep = input.standing.filter((_reading, index) => index !== at % 2);
      for (const fewer of [orthostaticBpOf(rest), orthostaticBpOf({ ...input, standing: keep })]) {
        assert.deepEqual([fewer.status, fewer.total, fewer.band], ['incomplete', null, null]);
        assert.ok(fewer.reasons.every((reason) => all.reasons.includes(reason)));
        assert.notEqual(fewer.positive, false);
      }
    }),
  );
});

test('the systolic pressure is doubted and refused at its limits, lying and standing', () => {
  const limits = { plausible: [50, 260], possible: [20, 350], by: 1 } as const;
  assertLimits((lyingSbp) => orthostaticBpOf({ lyingSbp }).flags, 'lyingSbp', limits);
  const flags = (sbp: number) =>
    orthostaticBpOf({ standing: [{ minute: 1, sbp, posture: 'standing' }] }).flags;
  assertLimits(flags, 'standing', limits);
});

test('a pressure is a whole number, lying as standing, upper as lower', () => {
  const whole = {
    lyingSbp: 150,
    lyingDbp: 80,
    standing: [1, 3].map((minute) => ({ minute, sbp: 140, dbp: 76, posture: 'standing' as const })),
    symptoms: false,
  };
  assert.equal(orthostaticBpOf(whole).status, 'complete');
  const [first, last] = whole.standing;
  assert.ok(first && last);
  for (const half of [
    { lyingSbp: 150.5 },
    { lyingDbp: 80.5 },
    { standing: [{ ...first, sbp: 140.5 }, last] },
    { standing: [{ ...first, dbp: 76.5 }, last] },
  ])
    assert.equal(orthostaticBpOf({ ...whole, ...half }).status, 'invalid', JSON.stringify(half));
});

test('a diastolic pressure is refused unless it is below its systolic', () => {
  const status = (lyingDbp: number, dbp: number) =>
    orthostaticBpOf({
      lyingSbp: 120,
      lyingDbp,
      standing: [1, 3].map((minute) => ({ minute, sbp: 120, dbp, posture: 'standing' as const })),
      symptoms: false,
    }).status;
  assert.deepEqual(
    [status(119, 119), status(120, 119), status(119, 120)],
    ['complete', 'invalid', 'invalid'],
  );
});
