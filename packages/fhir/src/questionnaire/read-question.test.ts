import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CORE, ext, form, q, question, read, said, SDC } from './one-question.fixtures.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

test('every type of R4 becomes a question, and those that nobody can answer here say so', () => {
  const types = {
    boolean: 'boolean',
    decimal: 'decimal',
    integer: 'integer',
    date: 'date',
    dateTime: 'date',
    time: 'time',
    string: 'text',
    text: 'text',
    url: 'text',
    quantity: 'quantity',
    reference: 'text',
    attachment: 'text',
  };
  for (const [type, as] of Object.entries(types)) assert.equal(question(q(type)).type, as, type);
  assert.equal(question(q('attachment')).readOnly, true);
  assert.match(said(q('attachment')), /files cannot be added/);
  assert.match(said(q('reference')), /links cannot be made/);
  assert.match(said(q('dateTime')), /only the date is asked/);
  assert.match(said(q('chapter')), /"chapter", which is not known/);
  assert.equal(question(q('chapter')).readOnly, true);
  assert.deepEqual(read({ linkId: 'd', type: 'display', text: 'Words' }).items, [
    { id: 'd', text: 'Words', type: 'display' },
  ]);
});

test('a question that cannot be answered here does not prevent anybody from finishing', () => {
  assert.equal(question(q('attachment', { required: true })).required, undefined);
  assert.equal(question(q('string', { required: true })).required, true);
});

test('options are codings, texts, numbers, dates and times, with points by any of their three names', () => {
  const scored = (url: string) => ({
    ...ext(url, { valueDecimal: 2 }),
    valueCoding: { code: 'a', display: 'A' },
  });
  for (const url of [
    `${CORE}ordinalValue`,
    `${CORE}itemWeight`,
    'http://fhir.org/guides/argonaut-questionnaire/StructureDefinition/extension-score',
  ])
    assert.deepEqual(question(q('choice', { answerOption: [scored(url)] })).options, [
      { value: 'a', text: 'A', points: 2 },
    ]);
  const inside = {
    valueCoding: { code: 'a', display: 'A', ...ext(`${CORE}ordinalValue`, { valueDecimal: 0 }) },
  };
  assert.deepEqual(question(q('choice', { answerOption: [inside] })).options, [
    { value: 'a', text: 'A', points: 0 },
  ]);
  const others = [
    { valueString: 's' },
    { valueInteger: 1 },
    { valueDate: '2026-01-01' },
    { valueTime: '09:00:00' },
    { valueCoding: { display: 'Words' } },
  ];
  assert.deepEqual(
    question(q('choice', { answerOption: others })).options?.map(({ value, kind }) => [value, kind]),
    [
      ['s', 'text'],
      ['1', 'integer'],
      ['2026-01-01', 'date'],
      ['09:00:00', 'time'],
      ['Words', 'display'],
    ],
  );
});

test('an option without points has none, which is not zero', () => {
  const [option] =
    question(q('choice', { answerOption: [{ valueCoding: { code: 'a', display: 'A' } }] })).options ?? [];
  assert.ok(option !== undefined && !('points' in option));
});

test('one code in two systems makes two options, and the same option twice makes one', () => {
  const coded = (system: string, code: string) => ({ valueCoding: { system, code, display: code } });
  const options = question(
    q('choice', { answerOption: [coded('s', '1'), coded('t', '1'), coded('t', '1')] }),
  ).options;
  assert.deepEqual(
    options?.map(({ value }) => value),
    ['1', 't|1'],
  );
});

test('a value set in the form is opened; one elsewhere says so, and takes words where words are allowed', () => {
  const contains = [
    { system: 's', code: 'a', display: 'A', contains: [{ code: 'b', display: 'B' }] },
    { abstract: true, code: 'h' },
  ];
  const contained = [
    { resourceType: 'ValueSet', id: 'e', expansion: { contains } },
    {
      resourceType: 'ValueSet',
      id: 'l',
      url: 'urn:l',
      compose: { include: [{ system: 's', concept: [{ code: 'c', display: 'C' }] }] },
    },
    { resourceType: 'ValueSet', id: 'r', compose: { include: [{ system: 's', filter: [{}] }] } },
  ];
  const codes = (answerValueSet: string) => {
    const { form: found } = readQuestionnaire({ ...form(q('choice', { answerValueSet })), contained });
    const [item] = found?.items ?? [];
    return item !== undefined && 'options' in item ? item.options?.map(({ value }) => value) : undefined;
  };
  assert.deepEqual(
    [codes('#e'), codes('#l'), codes('urn:l|1'), codes('#r'), codes('#none')],
    [['a', 'b'], ['c'], ['c'], undefined, undefined],
  );
  const closed = question(q('choice', { answerValueSet: 'urn:else' }));
  assert.deepEqual([closed.readOnly, closed.optionsIn], [true, 'urn:else']);
  const open = question(q('open-choice', { answerValueSet: 'urn:else' }));
  assert.deepEqual([open.readOnly, open.optionsIn], [undefined, 'urn:else']);
  assert.match(said(q('open-choice', { answerValueSet: 'urn:else' })), /write the answer in words/);
});

test('limits are in the first unit, and the screen names those that are not checked', () => {
  const integer = question(
    q('integer', {
      extension: [
        { url: `${CORE}minValue`, valueInteger: 0 },
        { url: `${CORE}maxValue`, valueInteger: 9 },
      ],
    }),
  );
  assert.deepEqual(integer.limits, { min: 0, max: 9 });
  const kg = { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' };
  const lb = { system: 'http://unitsofmeasure.org', code: '[lb_av]', display: 'lb' };
  const weight = question(
    q('quantity', {
      extension: [
        ...[kg, lb].map((valueCoding) => ({ url: `${CORE}questionnaire-unitOption`, valueCoding })),
        { url: `${SDC}minQuantity`, valueQuantity: { value: 100, code: '[lb_av]' } },
      ],
    }),
  );
  assert.deepEqual(weight.units, [
    { code: 'kg', text: 'kg', factor: 1 },
    { code: '[lb_av]', text: 'lb', factor: 0.45359237 },
  ]);
  assert.deepEqual(weight.limits, { min: 45.359237 });
  const dated = question(
    q('date', {
      extension: [
        { url: `${CORE}minValue`, valueDate: '2026-01-01' },
        { url: `${CORE}maxValue`, valueDate: '2026-06' },
      ],
    }),
  );
  assert.deepEqual([dated.earliest, dated.latest], ['2026-01-01', '2026-06']);
  assert.match(said(q('string', ext(`${CORE}regex`, { valueString: '(a+)+$' }))), /not checked/);
});

test('a unit that cannot be converted to the first one is not offered', () => {
  const units = ['mmol/L', 'mg/dL'].map((code) => ({
    url: `${CORE}questionnaire-unitOption`,
    valueCoding: { system: 'http://unitsofmeasure.org', code },
  }));
  assert.deepEqual(
    question(q('quantity', { extension: units })).units?.map(({ code }) => code),
    ['mmol/L'],
  );
  assert.match(said(q('quantity', { extension: units })), /"mg\/dL" cannot be chosen/);
});

test('a form fills in its own values, and nothing from a record', () => {
  assert.deepEqual(question(q('integer', { initial: [{ valueInteger: 3 }] })).initial, [
    { type: 'number', value: 3 },
  ]);
  const constant = { valueExpression: { language: 'text/fhirpath', expression: '123' } };
  assert.deepEqual(question(q('integer', ext(`${SDC}initialExpression`, constant))).initial, [
    { type: 'number', value: 123 },
  ]);
  const patient = ext(`${SDC}initialExpression`, {
    valueExpression: { language: 'text/fhirpath', expression: '%patient.birthDate' },
  });
  assert.equal(question(q('date', patient)).initial, undefined);
  assert.match(said(q('date', patient)), /begins empty/);
  // "Below five" is not five.
  assert.equal(
    question(q('quantity', { initial: [{ valueQuantity: { value: 5, comparator: '<' } }] })).initial,
    undefined,
  );
});

test('plain words are shown, without markup, direction marks or line breaks', () => {
  const xhtml = { _text: ext(`${CORE}rendering-xhtml`, { valueString: '<b onclick="x()">Bold</b>' }) };
  assert.equal(question(q('string', { text: 'Plain\n\u202Ewords', ...xhtml })).text, 'Plain words');
});

test('instructions under a question are its hint', () => {
  const help = {
    linkId: 'h',
    type: 'display',
    text: 'Count for a minute',
    ...ext(`${CORE}questionnaire-itemControl`, { valueCodeableConcept: { coding: [{ code: 'help' }] } }),
  };
  const asked = question(q('integer', { item: [help] }));
  assert.deepEqual([asked.hint, asked.items], ['Count for a minute', undefined]);
});

test('a question with several answers is required where the form wants at least one, and not where it wants none', () => {
  const url = 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs';
  const atLeast = (valueInteger: number, repeats = true) =>
    question(q('string', { repeats, extension: [{ url, valueInteger }] })).required;
  assert.deepEqual([atLeast(0), atLeast(1), atLeast(2)], [undefined, true, true]);
  assert.equal(atLeast(1, false), true);
});
