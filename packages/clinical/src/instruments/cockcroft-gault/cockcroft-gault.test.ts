import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLimits, assertSum, assertTotal } from '../whole-entry.fixtures.ts';
import { cockcroftGault, cockcroftGaultOf } from './cockcroft-gault.ts';
import { olderThanMonths } from './older-than-months.ts';

const person = fc.record({
  ageYears: fc.integer({ min: 18, max: 120 }),
  kg: fc.integer({ min: 150, max: 3500 }).map((tenths) => tenths / 10),
  sex: fc.constantFrom<'male' | 'female'>('male', 'female'),
  creatinineUmolL: fc.integer({ min: 20, max: 3000 }),
});

test('any input has a result, and every part is needed', () => {
  assertTotal(cockcroftGaultOf, 'ageYears', 'kg', 'sex', 'creatinineUmolL', 'asOf', 'weightOn');
  assertSum(cockcroftGaultOf, person);
});

test('the number is the formula’s, rounded half up to one decimal', () => {
  fc.assert(
    fc.property(person, (input) => {
      const { ageYears, kg, sex, creatinineUmolL } = input;
      const factor = sex === 'male' ? 123n : 104n;
      // Tenths of ml/min in whole numbers: (140 − age) × tenths of kg × hundredths of the factor / 100 / creatinine.
      const halves =
        (BigInt(140 - ageYears) * BigInt(Math.round(kg * 10)) * factor * 2n) /
        (BigInt(creatinineUmolL) * 100n);
      const { total } = cockcroftGaultOf(input);
      assert.equal(total, Number((halves + 1n) / 2n) / 10);
    }),
  );
});

test('a higher age, a lower weight or more creatinine never raises the clearance', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      const total = (input: typeof a) => cockcroftGaultOf(input).total ?? Number.NaN;
      const worse = {
        sex: a.sex,
        ageYears: Math.max(a.ageYears, b.ageYears),
        kg: Math.min(a.kg, b.kg),
        creatinineUmolL: Math.max(a.creatinineUmolL, b.creatinineUmolL),
      };
      assert.ok(total(worse) <= total(a));
    }),
  );
});

test('a lowest creatinine is used only if the place sets one, and a flag says so', () => {
  const input = { ageYears: 95, kg: 40, sex: 'female', creatinineUmolL: 45 } as const;
  assert.equal(cockcroftGaultOf(input).total, 41.6);
  const floored = cockcroftGaultOf(input, { creatinineFloorUmolL: 60 });
  assert.equal(floored.total, 31.2);
  assert.ok(floored.flags.includes('creatinine-floored'));
  assert.deepEqual(floored.items['creatinineUmolL'], { value: 45, score: null });
  const above = cockcroftGaultOf({ ...input, creatinineUmolL: 60 }, { creatinineFloorUmolL: 60 });
  assert.ok(!above.flags.includes('creatinine-floored'));
});

test('three months before the end of May is the end of February', () => {
  assert.equal(olderThanMonths('2026-02-28', '2026-05-31', 3), false);
  assert.equal(olderThanMonths('2026-02-27', '2026-05-31', 3), true);
  assert.equal(olderThanMonths('2025-12-15', '2026-03-15', 3), false);
  assert.equal(olderThanMonths('2026-06-01', '2026-05-31', 3), null);
  assert.equal(olderThanMonths('2026-02-30', '2026-05-31', 3), null);
});

test('age and creatinine are doubted and refused at their limits', () => {
  const whole = { ageYears: 80, kg: 60, sex: 'female', creatinineUmolL: 100 } as const;
  const ages = { plausible: [18, 110], possible: [0, 120], by: 1 } as const;
  assertLimits((ageYears) => cockcroftGaultOf({ ...whole, ageYears }).flags, 'ageYears', ages);
  const values = { plausible: [20, 1500], possible: [20, 3000], by: 0.1 } as const;
  const flags = (creatinineUmolL: number) => cockcroftGaultOf({ ...whole, creatinineUmolL }).flags;
  assertLimits(flags, 'creatinineUmolL', values);
  assert.ok(!flags(20).includes('creatinine-perhaps-mg-dl'));
  assert.ok(flags(19.9).includes('creatinine-perhaps-mg-dl'));
  assert.ok(!flags(0).includes('creatinine-perhaps-mg-dl'));
  assert.equal(cockcroftGaultOf({ ...whole, ageYears: 18 }).status, 'complete');
  const most = cockcroftGaultOf({ ageYears: 18, kg: 350, sex: 'male', creatinineUmolL: 20 });
  assert.equal(most.total, cockcroftGault.range[1]);
});

test('whichever weight and sex were used can be chosen, and only a kind that was not chosen is left open', () => {
  const optionsOf = (item: string) =>
    cockcroftGault.items.flatMap((one) =>
      one.id === item && 'options' in one ? (one.options ?? []).map(({ value }) => value) : [],
    );
  assert.deepEqual(optionsOf('sex'), ['male', 'female', 'unknown']);
  assert.deepEqual(optionsOf('weightKind'), ['actual', 'ideal', 'adjusted']);
  const whole = { ageYears: 80, kg: 60, sex: 'female', creatinineUmolL: 100 } as const;
  for (const weightKind of ['actual', 'ideal', 'adjusted'] as const)
    assert.ok(!cockcroftGaultOf({ ...whole, weightKind }).flags.includes('weight-kind-not-stated'));
  assert.ok(cockcroftGaultOf(whole).flags.includes('weight-kind-not-stated'));
});
