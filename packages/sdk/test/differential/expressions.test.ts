import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuestionnaire, writeQuestionnaire } from '@ehch/fhir/questionnaire';
import { compare, isBinarySliver, type Difference } from './compare.ts';
import { randomForm } from './random-expression.ts';
import { seeded } from './random-draft.ts';

const FORMS = 400;

test('any expression comes to what fhirpath.js makes of it, or is refused: alone, in rows and through other totals', (context) => {
  const found: (Difference & { readonly form: number })[] = [];
  let [compared, numbers, refused] = [0, 0, 0];
  for (let seed = 1; seed <= FORMS; seed += 1) {
    const json = JSON.parse(JSON.stringify(writeQuestionnaire(randomForm(seeded(seed))))) as Record<
      string,
      unknown
    >;
    const { form } = readQuestionnaire(json);
    assert.ok(form);
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
  const slivers = found.filter(isBinarySliver);
  assert.deepEqual(found.filter((each) => !slivers.includes(each)).slice(0, 5), []);
  assert.ok(slivers.length * 100 <= compared, `${slivers.length} slivers among ${compared} totals`);
  assert.ok(numbers > FORMS * 5, String(numbers));
  // Half of these are an iif without a boolean and a text that reads like a number: there fhirpath.js leaves FHIRPath.
  assert.ok(refused * 6 < compared, String(refused));
});
