import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXTENSION } from '../../../codes/systems.ts';
import { fate, snomed, type Json } from '../../../record.fixtures.ts';
import { listed, medication, namedBy, only, request, statement } from './medicine.fixtures.ts';

const mg = (value: number, per?: Json) => ({
  numerator: { value, unit: 'mg' },
  denominator: per ?? { value: 1, unit: 'tablet' },
});
const made = (fields: Json) => only(statement('m', namedBy('x')), medication('x', fields));

test('a Medication without a code is named by all its active ingredients, with their strengths', () => {
  const ingredient = [
    { itemCodeableConcept: { text: 'Amlodipine' }, strength: mg(5) },
    { itemCodeableConcept: { text: 'Valsartan' }, strength: mg(160), isActive: true },
  ];
  assert.equal(
    made({ code: undefined, ingredient }).generic,
    'Amlodipine 5 mg per tablet, Valsartan 160 mg per tablet',
  );
  const bare = ingredient.map(({ itemCodeableConcept }) => ({ itemCodeableConcept }));
  assert.equal(made({ code: undefined, ingredient: bare }).generic, 'Amlodipine, Valsartan');
});

test('an inactive ingredient is no name, and is shown as inactive', () => {
  const found = made({
    code: undefined,
    ingredient: [
      { itemCodeableConcept: { text: 'Lactose' }, isActive: false },
      { itemCodeableConcept: { text: 'Senna' } },
    ],
  });
  assert.deepEqual([found.generic, found.contents], ['Senna', ['Lactose (not active)']]);
});

test('ingredients are shown where the name of the medicine does not state them', () => {
  const ingredient = [{ itemCodeableConcept: { text: 'Paracetamol' }, strength: mg(500) }];
  assert.equal(made({ code: { text: 'Paracetamol 500mg tablets' }, ingredient }).contents, undefined);
  assert.deepEqual(made({ code: { text: 'Paracetamol tablets' }, ingredient }).contents, [
    'Paracetamol 500 mg per tablet',
  ]);
  const syrup = [
    { itemCodeableConcept: { text: 'Paracetamol' }, strength: mg(250, { value: 5, unit: 'mL' }) },
  ];
  assert.equal(
    made({ code: { text: 'Paracetamol 250mg/5ml oral suspension' }, ingredient: syrup }).contents,
    undefined,
  );
});

test('an ingredient may be a Medication or words beside a reference, and one without a name is not dropped', () => {
  const of = (itemReference: Json) =>
    only(
      statement('m', namedBy('x')),
      medication('x', { code: undefined, ingredient: [{ itemReference }] }),
      medication('y', { code: { text: 'Codeine' } }),
    );
  assert.equal(of({ reference: 'Medication/y' }).generic, 'Codeine');
  assert.equal(of({ display: 'Codeine' }).generic, 'Codeine');
  const lost = of({ reference: 'Medication/z' });
  assert.deepEqual([lost.generic, lost.cautions], ['an ingredient without a name', ['reference-missing']]);
});

test('half a strength is no strength, and goes to "more in the record"', () => {
  const found = made({
    code: { text: 'Senna' },
    ingredient: [
      { itemCodeableConcept: { text: 'Senna' }, strength: { numerator: { value: 7.5, unit: 'mg' } } },
    ],
  });
  assert.deepEqual(found.more, [{ name: 'strength', text: '7.5 mg' }]);
});

test('a Medication entered in error names nothing, and one that is no longer used says so', () => {
  const mistaken = [statement('m', namedBy('x')), medication('x', { status: 'entered-in-error' })];
  assert.equal(fate('m', mistaken).state, 'unreadable');
  assert.deepEqual(made({ status: 'inactive' }).remarks, ['the product is marked as no longer used']);
  assert.equal(made({ status: 'active' }).remarks, undefined);
});

test('a coding that adds to the name is shown, and one that says the same is not', () => {
  const named = (text: string, display: string) =>
    only(request('m', { medicationCodeableConcept: { ...snomed('1', display), text } })).remarks;
  assert.deepEqual(named('Metformin', 'Metformin 500mg modified-release tablets'), [
    'coded as “Metformin 500mg modified-release tablets”',
  ]);
  assert.equal(named('Metformin 500 mg tablets', 'Metformin 500mg tablets'), undefined);
});

test('unread elements of a Medication go to "more in the record" once, also if it is contained', () => {
  const amount = { numerator: { value: 10, unit: 'mL' } };
  assert.deepEqual(made({ amount }).more, [{ name: 'amount', text: '10 mL' }]);
  const contained = [medication('c', { amount })];
  const inside = only(
    statement('m', { ...namedBy('x'), medicationReference: { reference: '#c' }, contained }),
  );
  assert.deepEqual(inside.more, [{ name: 'amount', text: '10 mL' }]);
});

test('two forms under one name are two lines', () => {
  const forms = (form: string, id: string) =>
    medication(id, { code: { text: 'Prednisolone 5mg' }, form: { text: form } });
  const found = listed(
    request('a', namedBy('x')),
    request('b', namedBy('y')),
    forms('tablet', 'x'),
    forms('soluble tablet', 'y'),
  );
  assert.deepEqual(new Set(found.map(({ form }) => form)), new Set(['soluble tablet', 'tablet']));
});

test('the words of a reference are shown where the record behind it says something else', () => {
  const called = (display: string) =>
    only(
      statement('m', { ...namedBy('x'), medicationReference: { reference: 'Medication/x', display } }),
      medication('x', { code: { text: 'Warfarin 1mg tablets' } }),
    ).remarks;
  assert.deepEqual(called('Apixaban 5mg'), ['called “Apixaban 5mg” by this record']);
  for (const same of ['Warfarin 1mg tablets', 'warfarin 1 mg', 'Warfarin'])
    assert.equal(called(same), undefined, same);
});

test('a brand beside the coded name of a medicine is its brand, and not said again as something left out', () => {
  const family = { url: EXTENSION.medicationTradeFamily, valueString: 'Eliquis' };
  const medicationCodeableConcept = { text: 'Apixaban 5mg tablets', extension: [family] };
  for (const record of [request, statement]) {
    const { brand, more } = only(record('m', { medicationCodeableConcept }));
    assert.deepEqual([brand, more], ['Eliquis', undefined]);
  }
});
