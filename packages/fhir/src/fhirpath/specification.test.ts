import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForm, startDraft, type Total } from '@ehch/clinical/form';
import { readQuestionnaire } from '../questionnaire/read-questionnaire.ts';
import { questionnaireWith } from './compile.fixtures.ts';
import { SPECIFICATION_CASES, type SpecificationCase } from './specification.vectors.ts';

const AT = '2026-11-21T14:20:00Z';

/** An item has values of one type, and a total of another type is not scored. */
function typeFor(right: SpecificationCase['right']): string {
  if (typeof right === 'boolean') return 'boolean';
  return typeof right === 'object' ? 'string' : 'decimal';
}

function totalOf({ expression, answers = {}, right }: SpecificationCase): Total | undefined {
  const { form } = readQuestionnaire(questionnaireWith(expression, { type: typeFor(right) }));
  assert.ok(form);
  const given = Object.entries(answers).map(([key, values]) => [
    key,
    { state: 'given', values, at: AT, by: null, from: { kind: 'entered' } } as const,
  ]);
  const draft = startDraft({ id: 'd', resident: 'r', form, at: AT });
  return openForm(form, { ...draft, answers: Object.fromEntries(given) }).totals.get('total');
}

/** The right result, as a total has it. A total that cannot be scored is never wrong. */
function isRight(total: Total | undefined, { right }: SpecificationCase): boolean {
  if (total === undefined) return false;
  if (total.state === 'cannot-score') return true;
  if (right === 'nothing') return total.state === 'nothing';
  if (right === 'error' || right === 'several') return false;
  const value = typeof right === 'object' ? right.text : right;
  return 'value' in total && total.value === value;
}

for (const section of new Set(SPECIFICATION_CASES.map((each) => each.section)))
  test(`FHIRPath ${section}: the right value, or "cannot score"`, () => {
    for (const each of SPECIFICATION_CASES.filter((one) => one.section === section)) {
      const total = totalOf(each);
      assert.ok(isRight(total, each), `${each.expression}: ${JSON.stringify(total)}`);
    }
  });

/** Written dates are not read here, and a code has no `hasValue()` that a total could mean. */
const LEFT_OPEN = /^@|\.hasValue\(\)$/;

test('every value that the specification gives is scored, except in expressions that this product does not read', () => {
  const valued = SPECIFICATION_CASES.filter(({ right }) => right !== 'error' && right !== 'several');
  const left = valued.filter((each) => totalOf(each)?.state === 'cannot-score');
  assert.deepEqual(
    left.map(({ expression }) => expression).filter((each) => !LEFT_OPEN.test(each)),
    [],
  );
});
