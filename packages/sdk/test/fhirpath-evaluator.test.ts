import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addRow,
  answerItem,
  askEvaluator,
  openForm,
  receiveTotals,
  startDraft,
  type AnswerValue,
  type FormDefinition,
  type FormState,
  type ItemKey,
  type Total,
} from '@ehch/clinical/form';
import { formFromQuestionnaire } from '@ehch/sdk/forms';
import { fhirpathEvaluator } from '@ehch/sdk/fhirpath';

const AT = '2026-03-29T00:30:00Z';
const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const evaluator = fhirpathEvaluator({ clock: () => AT });

const calculated = (linkId: string, expression: string) => ({
  linkId,
  type: 'decimal',
  extension: [{ url: CALCULATED, valueExpression: { language: 'text/fhirpath', expression } }],
});
const scored = {
  linkId: 'a',
  type: 'choice',
  answerOption: [
    {
      valueCoding: { system: 'urn:a', code: 'no', display: 'No' },
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: 0 }],
    },
    {
      valueCoding: { system: 'urn:a', code: 'yes', display: 'Yes' },
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: 4 }],
    },
    { valueCoding: { system: 'urn:a', code: 'unsure', display: 'Not sure' } },
  ],
};

/** A form with one calculated item that our own subset does not cover. */
function formWith(expression: string): FormDefinition {
  const { form } = formFromQuestionnaire({
    resourceType: 'Questionnaire',
    item: [
      scored,
      { linkId: 'words', type: 'string' },
      { linkId: 'born', type: 'date' },
      calculated('t', expression),
      { linkId: 'g', type: 'group', repeats: true, item: [{ linkId: 'm', type: 'string' }] },
    ],
  });
  assert.ok(form);
  return form;
}

function opened(form: FormDefinition): FormState {
  return openForm(form, startDraft({ id: 'd', resident: 'r', form, at: AT }), { evaluator });
}

const answered = (state: FormState, key: ItemKey, value: AnswerValue): FormState =>
  answerItem(state, key, { state: 'given', values: [value], at: AT, by: null, from: { kind: 'entered' } })
    .state;

async function settled(state: FormState): Promise<FormState> {
  const [open] = state.toEvaluate ?? [];
  return open === undefined
    ? state
    : settled(receiveTotals(state, open, await askEvaluator(state, open)).state);
}

async function totalOf(
  expression: string,
  ...answers: readonly (readonly [ItemKey, AnswerValue])[]
): Promise<Total> {
  const form = formWith(expression);
  let state = opened(form);
  for (const [key, value] of answers) state = answered(state, key, value);
  assert.ok((state.toEvaluate ?? []).length > 0, 'the engine evaluates it by itself');
  const total = (await settled(state)).totals.get('t');
  assert.ok(total);
  return total;
}

const words = (value: string): AnswerValue => ({ type: 'text', value });

test('an expression outside our subset is evaluated on the present answers', async () => {
  const length = "%resource.item.where(linkId='words').answer.value.length()";
  assert.deepEqual(await totalOf(length, ['words', words('four')]), {
    state: 'scored',
    value: 4,
    missing: [],
  });
  assert.deepEqual(await totalOf(`${length} + 1`), { state: 'nothing', missing: ['words'] });
  const yes: AnswerValue = { type: 'option', value: 'yes' };
  const points = "%resource.item.where(linkId='a').answer.value.weight().toString().length()";
  assert.deepEqual(await totalOf(points, ['a', yes]), { state: 'scored', value: 1, missing: [] });
});

test('an option without points has none, and no server is asked for any', async () => {
  const points = "%resource.item.where(linkId='a').answer.value.weight().select($this.toString().length())";
  assert.equal((await totalOf(points, ['a', { type: 'option', value: 'unsure' }])).state, 'nothing');
});

test('the present moment is the page’s, in London', async () => {
  const born: AnswerValue = { type: 'date', value: '1941-03-29' };
  // Half past midnight on the night the clocks change.
  const is = (call: string, text: string) =>
    totalOf(`iif(${call}.toString() = '${text}', 1, 0)`, ['born', born]);
  assert.deepEqual(await is('today()', '2026-03-29'), { state: 'scored', value: 1, missing: [] });
  const quoted = await totalOf("'today()'.length() + today().toString().length()", ['born', born]);
  assert.deepEqual(quoted, { state: 'scored', value: 17, missing: [] });
});

test('an expression that asks a server, fails or gives no plain value cannot be scored', async () => {
  for (const expression of [
    "%resource.item.where(linkId='a').answer.value.memberOf('http://a.example/vs')",
    "'a'.nosuchfunction()",
    "%resource.item.where(linkId='words').ofType(Quantity) + 'x'.toInteger().single() & %nobody",
    "%resource.item.where(linkId.lower() = 'words').answer",
  ])
    assert.deepEqual(
      await totalOf(expression, ['words', words('x')], ['a', { type: 'option', value: 'yes' }]),
      { state: 'cannot-score', why: 'evaluator-failed' },
      expression,
    );
});

test('a total in a row is calculated for each row', async () => {
  const { form } = formFromQuestionnaire({
    resourceType: 'Questionnaire',
    item: [
      {
        linkId: 'g',
        type: 'group',
        repeats: true,
        item: [
          { linkId: 'm', type: 'string' },
          calculated('long', '%context.linkId.length() + %resource.item.count()'),
        ],
      },
    ],
  });
  assert.ok(form);
  let state = addRow(opened(form), 'g').state;
  state = answered(answered(state, 'm[1]', words('x')), 'm[2]', words('yy'));
  const { totals } = await settled(state);
  assert.deepEqual(
    [...totals].map(([key, total]) => [key, total.state === 'scored' ? total.value : total.state]),
    [
      ['long[1]', 6],
      ['long[2]', 6],
    ],
  );
});

test('an expression in another language is refused', async () => {
  const state = opened(formWith('today()'));
  await assert.rejects(evaluator.evaluate({ language: 'text/cql', text: '1' }, state, 't'), {
    name: 'EhchError',
    code: 'unsupported',
  });
});

test('an expression that gives no plain value is refused with what to write', async () => {
  const expression = "%resource.item.where(linkId='a').answer.value";
  const state = answered(opened(formWith(expression)), 'a', { type: 'option', value: 'yes' });
  await assert.rejects(evaluator.evaluate({ language: 'text/fhirpath', text: expression }, state, 't'), {
    name: 'EhchError',
    code: 'unsupported',
    message: /gives plain values/,
  });
});

test('it calculates in decimal digits, as the engine does: 13.75 rounds to 13.8, not to the 13.7 of binary fractions', async () => {
  const text = '(35.2 / (1.6 * 1.6)).round(1).toString().toDecimal() + today().toString().length() - 10';
  assert.deepEqual(await totalOf(text), { state: 'scored', value: 13.8, missing: [] });
});
