import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormItem } from '@ehch/clinical/form';
import { readQuestionnaire, writeQuestionnaire } from '@ehch/fhir/questionnaire';
import { compare, type Difference } from './compare.ts';
import { randomForm } from './random-expression.ts';
import { seeded } from './random-draft.ts';

const FORMS = 400;

test('any expression gives the result of fhirpath.js or is refused: alone, in rows and through other totals', (context) => {
  const found: (Difference & { readonly form: number })[] = [];
  let [compared, numbers, refused] = [0, 0, 0];
  for (let seed = 1; seed <= FORMS; seed += 1) {
    const json = JSON.parse(JSON.stringify(writeQuestionnaire(randomForm(seeded(seed))))) as Record<
      string,
      unknown
    >;
    const { form: read } = readQuestionnaire(json);
    assert.ok(read);
    const form = { ...read, items: read.items.map(ofAnyKind) };
    const result = compare({ name: `${seed}`, kind: 'shared', questionnaire: json, form }, 5, seed);
    compared += result.compared;
    numbers += result.numbers;
    const safe = result.differences.filter(({ ours }) => ours.includes('"cannot-score"'));
    refused += safe.length;
    found.push(
      ...result.differences.filter((each) => !safe.includes(each)).map((each) => ({ ...each, form: seed })),
    );
  }
  context.diagnostic(`${compared} totals, ${numbers} numbers, ${refused} refused that fhirpath.js evaluates`);
  assert.deepEqual(found.slice(0, 5), []);
  assert.ok(numbers > FORMS * 5, String(numbers));
  assert.ok(refused * 20 < compared, String(refused));
});

/** A random expression may give a text or a date, which a decimal item would refuse. Here every value is compared. */
function ofAnyKind(item: FormItem): FormItem {
  if (item.type === 'group') return { ...item, items: item.items.map(ofAnyKind) };
  if (item.type !== 'total') return item;
  const { as: _, ...rest } = item;
  return rest;
}
