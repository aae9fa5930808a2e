import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { toEightPlaces } from '../form/evaluate/arithmetic.ts';
import { evaluate } from '../form/evaluate/evaluate.ts';
import type { ExpressionValue } from '../form/evaluate/value.ts';
import { formOfInstrument } from '../form/form-of-instrument.ts';
import { openForm } from '../form/open.ts';
import { startDraft } from '../form/start.ts';
import type { FormDefinition, Total } from '../form/types.ts';
import type { Instrument } from '../instrument.ts';
import { filledForm, type FilledForm } from './filled-form.fixtures.ts';
import { inputOf } from './form-input.fixtures.ts';
import { instruments } from './index.ts';
import { totalExpression } from './total-expression.ts';

const every: readonly Instrument<never>[] = instruments;
const RUNS = Number(process.env['EHCH_TOTAL_RUNS'] ?? 300);

test('every instrument with a total has an expression, except where an expression cannot say it', () => {
  const without = every.filter((instrument) => totalExpression(instrument) === null);
  assert.deepEqual(
    without.map(({ id }) => id),
    ['orthostatic-bp', 'purpose-t', 'soft-signs', 'weight-change'],
  );
});

test('a total file beside an instrument is used', () => {
  const beside = every.filter(({ id }) => existsSync(join(import.meta.dirname, id, `${id}.total.ts`)));
  assert.ok(beside.length > 0);
  for (const instrument of beside) assert.ok(totalExpression(instrument) !== null, instrument.id);
});

for (const instrument of every) {
  const { id, items } = instrument;
  const expression = totalExpression(instrument);
  if (expression === null) continue;
  const whole = formOfInstrument(instrument);
  const form: FormDefinition = {
    ...whole,
    items: [...whole.items, { id: 'total', type: 'total', text: 'Total', expression }],
  };
  const totalOf = (filled: FilledForm): Total | undefined => {
    const draft = startDraft({ id: 'd', resident: 'r', form, at: '2026-06-01T09:15:00+01:00' });
    const answers = Object.fromEntries(
      Object.entries(filled.answers).map(([key, answer]) => [`${id}/${key}`, answer]),
    );
    return openForm(form, { ...draft, answers }).totals.get('total');
  };
  const same = (filled: FilledForm) => {
    const { total } = instrument.score(inputOf(items, filled) as never);
    const found = totalOf(filled);
    if (total === null) assert.equal(found?.state, 'nothing');
    else
      assert.deepEqual(
        [found?.state, found?.state === 'scored' ? found.value : null],
        ['scored', toEightPlaces(total)],
      );
  };

  test(`${id}: the expression gives the total of the score, to the eight places of FHIRPath`, () => {
    fc.assert(fc.property(filledForm(items), same), { numRuns: RUNS });
  });

  test(`${id}: the expression gives nothing if the score has no total`, () => {
    fc.assert(fc.property(filledForm(items, { open: 1, notGiven: 1 }), same), { numRuns: RUNS });
  });
}

/** Every step between two numbers, as a whole number and as typed. */
const steps = (from: number, to: number, scale: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ whole: from + at, value: (from + at) / scale }));

test('a body mass index that ends in 5 is rounded up as its exact digits are, at every weight and height', () => {
  let seams = 0;
  for (const kg of steps(150, 3500, 10))
    for (const height of steps(50, 300, 100)) {
      // kg × 10 × 20,000 / cm² is the index in twentieths. An odd whole number lies exactly between two tenths.
      const [twentieths, rest] = [kg.whole * 20_000, height.whole ** 2];
      if (twentieths % rest !== 0 || (twentieths / rest) % 2 === 0) continue;
      seams += 1;
      assertSame('bmi', { kg: kg.value, heightM: height.value });
    }
  assert.ok(seams > 100, String(seams));
});

test('a clearance that ends in 5 is rounded up as its exact digits are', () => {
  let seams = 0;
  for (const age of steps(18, 110, 1).filter(({ whole }) => whole % 7 === 0))
    for (const kg of steps(300, 1200, 10))
      for (const creatinine of steps(40, 400, 1).filter(({ whole }) => whole % 3 === 0)) {
        const [twentieths, rest] = [(140 - age.whole) * kg.whole * 104 * 20, creatinine.whole * 1000];
        if (twentieths % rest !== 0 || (twentieths / rest) % 2 === 0) continue;
        seams += 1;
        if (seams % 10 !== 0) continue;
        const creatinineUmolL = creatinine.value;
        assertSame('cockcroft-gault', { ageYears: age.value, kg: kg.value, creatinineUmolL, sex: 'female' });
      }
  assert.ok(seams > 100, String(seams));
});

function assertSame(id: string, input: Readonly<Record<string, number | string>>): void {
  const instrument = every.find((each) => each.id === id);
  const expression = instrument === undefined ? null : totalExpression(instrument);
  assert.ok(instrument !== undefined && expression !== null);
  const read = (names: readonly string[]) =>
    names.flatMap((item): readonly ExpressionValue[] => {
      const value = input[item.slice(id.length + 1)];
      if (value === undefined) return [];
      return typeof value === 'number' ? [value] : [{ kind: 'coding', code: value, display: value }];
    });
  assert.deepEqual(evaluate(expression, { read }), [instrument.score(input as never).total]);
}
