import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
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

test('every instrument with a total has it as an expression, but for what an expression cannot say', () => {
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
    else assert.deepEqual([found?.state, found?.state === 'scored' ? found.value : null], ['scored', total]);
  };

  test(`${id}: the expression gives the total of the score, to the last digit`, () => {
    fc.assert(fc.property(filledForm(items), same), { numRuns: RUNS });
  });

  test(`${id}: the expression gives nothing where the score has no total`, () => {
    fc.assert(fc.property(filledForm(items, { open: 1, notGiven: 1 }), same), { numRuns: RUNS });
  });
}
