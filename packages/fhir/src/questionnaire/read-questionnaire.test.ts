import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormItem, FormQuestion } from '@ehch/clinical';
import { readQuestionnaire } from './read-questionnaire.ts';

type Json = Readonly<Record<string, unknown>>;

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const form = (...item: readonly Json[]) => ({ resourceType: 'Questionnaire', item });
const q = (type: string, more: Json = {}): Json => ({ linkId: 'x', type, text: 'X', ...more });
const ext = (url: string, value: Json) => ({ extension: [{ url, ...value }] });

function read(...items: readonly Json[]) {
  const { form: found, refused } = readQuestionnaire(form(...items));
  assert.ok(found, JSON.stringify(refused));
  return found;
}
function question(json: Json): FormQuestion {
  const [item] = read(json).items;
  assert.ok(item !== undefined && item.type !== 'group' && item.type !== 'display' && item.type !== 'total');
  return item;
}
const said = (...items: readonly Json[]) => (read(...items).limits ?? []).map(({ words }) => words).join(' ');

test('every type of R4 becomes a question, and what nobody can answer here says so', () => {
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

test('what cannot be answered here does not stand in the way of finishing', () => {
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

test('one code in two systems is two options, and one option twice is one', () => {
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

test('every operator and type of enableWhen is kept, and one that cannot be carried out hides nothing', () => {
  const answers = [
    ['boolean', { answerBoolean: true }, { type: 'boolean', value: true }],
    ['integer', { answerInteger: 2 }, { type: 'number', value: 2 }],
    ['decimal', { answerDecimal: 2.5 }, { type: 'number', value: 2.5 }],
    ['date', { answerDate: '2026-01-01' }, { type: 'date', value: '2026-01-01' }],
    ['time', { answerTime: '09:00:00' }, { type: 'time', value: '09:00' }],
    ['string', { answerString: 's' }, { type: 'text', value: 's' }],
    ['quantity', { answerQuantity: { value: 3, code: 'kg' } }, { type: 'number', value: 3, unit: 'kg' }],
  ] as const;
  for (const [type, answer, value] of answers)
    for (const operator of ['=', '!=', '>', '<', '>=', '<=']) {
      const then = {
        linkId: 'y',
        type: 'string',
        text: 'Y',
        enableWhen: [{ question: 'x', operator, ...answer }],
      };
      assert.deepEqual(read(q(type), then).items[1]?.when, {
        match: 'all',
        tests: [{ item: 'x', operator, value }],
      });
    }
  const exists = {
    linkId: 'y',
    type: 'string',
    enableWhen: [{ question: 'x', operator: 'exists', answerBoolean: false }],
  };
  assert.deepEqual(read(q('string'), exists).items[1]?.when, {
    match: 'all',
    tests: [{ item: 'x', operator: 'exists', value: { type: 'boolean', value: false } }],
  });
  for (const bad of [
    { question: 'gone', operator: '=', answerBoolean: true },
    { question: 'x', operator: '~', answerString: 's' },
    { question: 'x', operator: '=', answerReference: {} },
    { question: 'x', operator: '=', answerQuantity: { value: 1, comparator: '<' } },
  ]) {
    const item = {
      linkId: 'y',
      type: 'string',
      text: 'Y',
      enableWhen: [{ question: 'x', operator: 'exists', answerBoolean: true }, bad],
      enableBehavior: 'all',
    };
    const found = read(q('string'), item);
    assert.equal(found.items[1]?.when, undefined);
    assert.match(JSON.stringify(found.limits), /always asked/);
  }
});

test('limits are in the first unit, and those that are not checked are named', () => {
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
  assert.match(
    said(q('date', ext(`${CORE}minValue`, { valueDate: '2026-01-01' }))),
    /no date before 2026-01-01/,
  );
  assert.match(said(q('string', ext(`${CORE}regex`, { valueString: '(a+)+$' }))), /not checked/);
});

test('a unit that cannot be turned into the first one is not offered', () => {
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

test('a form fills in what it says, and nothing from a record', () => {
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
  // Below five is no five.
  assert.equal(
    question(q('quantity', { initial: [{ valueQuantity: { value: 5, comparator: '<' } }] })).initial,
    undefined,
  );
});

test('plain words are shown: no markup, no direction marks, no line breaks', () => {
  const xhtml = { _text: ext(`${CORE}rendering-xhtml`, { valueString: '<b onclick="x()">Bold</b>' }) };
  assert.equal(question(q('string', { text: 'Plain\n\u202Ewords', ...xhtml })).text, 'Plain words');
});

test('words of instruction under a question are its hint', () => {
  const help = {
    linkId: 'h',
    type: 'display',
    text: 'Count for a minute',
    ...ext(`${CORE}questionnaire-itemControl`, { valueCodeableConcept: { coding: [{ code: 'help' }] } }),
  };
  const asked = question(q('integer', { item: [help] }));
  assert.deepEqual([asked.hint, asked.items], ['Count for a minute', undefined]);
});

test('a modifier that is not known stands on top of the form', () => {
  const modifierExtension = [{ url: 'urn:turns-it-round', valueBoolean: true }];
  assert.match(said(q('string', { modifierExtension })), /do not rely on the answers/);
  const { form: whole } = readQuestionnaire({ ...form(q('string')), modifierExtension });
  assert.match(JSON.stringify(whole?.limits), /"item":null.*do not rely/);
});

test('items that cannot be told apart, or are not safe to keep, refuse the form with words', () => {
  const why = (...items: readonly Json[]) => readQuestionnaire(form(...items)).refused?.[0]?.why;
  assert.equal(why(q('string'), q('string', { text: 'Another' })), 'duplicate-id');
  assert.equal(why(q('string', { linkId: '__proto__' })), 'unsafe-id');
  assert.equal(why(q('string', { linkId: 'constructor' })), 'unsafe-id');
  // MDS 3.0 has one question twice, word for word.
  assert.equal(read(q('string'), q('string')).items.length, 1);
  assert.match(said(q('string'), q('string')), /twice/);
  assert.match(said({ type: 'string', text: 'No linkId' }), /has no linkId/);
});

test('a form too deep, too large or in a circle is refused, and one of ten thousand items is read', () => {
  let deep: Json = q('group');
  for (let i = 0; i < 5000; i += 1) deep = { linkId: `g${i}`, type: 'group', item: [deep] };
  assert.equal(readQuestionnaire(form(deep)).refused?.[0]?.why, 'too-deep');
  const round: { linkId: string; type: string; item: unknown[] } = { linkId: 'r', type: 'group', item: [] };
  round.item.push(round, round);
  assert.equal(readQuestionnaire(form(round)).refused?.[0]?.why, 'too-deep');
  const many = (count: number) =>
    form(...Array.from({ length: count }, (_, i) => q('string', { linkId: `q${i}` })));
  assert.equal(readQuestionnaire(many(10_000)).form?.items.length, 10_000);
  assert.equal(readQuestionnaire(many(10_001)).refused?.[0]?.why, 'too-many-items');
});

test('other versions are read where they are the same, and refused where they are not', () => {
  const stu3 = form(
    q('choice', { option: [{ valueCoding: { code: 'a', display: 'A' } }] }),
    { linkId: 'y', type: 'string', enableWhen: [{ question: 'x', hasAnswer: true }] },
    {
      linkId: 'z',
      type: 'string',
      enableWhen: [{ question: 'x', answerCoding: { code: 'a' } }],
      initialString: 'so',
    },
  );
  const { form: found } = readQuestionnaire(stu3);
  assert.deepEqual(
    found?.items.map((item: FormItem) => item.when?.match === 'all' && item.when.tests[0]?.operator),
    [false, 'exists', '='],
  );
  assert.equal(
    question(
      q('coding', { answerConstraint: 'optionsOrString', answerOption: [{ valueCoding: { code: 'a' } }] }),
    ).type,
    'open-choice',
  );
  assert.equal(
    readQuestionnaire({ resourceType: 'Questionnaire', group: {} }).refused?.[0]?.why,
    'another-version',
  );
  assert.equal(readQuestionnaire({ resourceType: 'Patient' }).refused?.[0]?.why, 'not-this-resource');
});

test('a form without a version is known by its content, so that a changed one is another', () => {
  const version = (text: string) => read(q('string', { text })).version;
  assert.equal(version('A'), version('A'));
  assert.notEqual(version('A'), version('B'));
});

test('anything at all ends in a form or in a refusal with words', () => {
  const keys = fc.constantFrom(
    'resourceType',
    'item',
    'linkId',
    'type',
    'text',
    'extension',
    'url',
    'valueCoding',
    'answerOption',
    'enableWhen',
    'question',
    'operator',
    'answerBoolean',
    'initial',
    'valueExpression',
    'expression',
    'contained',
    'code',
  );
  const leaf = fc.constantFrom<unknown>(
    null,
    0,
    -1,
    true,
    '',
    'x',
    'choice',
    'group',
    'Questionnaire',
    `${CORE}minValue`,
    `${SDC}calculatedExpression`,
    '=',
    '%resource.item',
  );
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(keys, tie('json'), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(json, (item) => {
      const found = readQuestionnaire({
        resourceType: 'Questionnaire',
        item: [{ linkId: 'a', type: 'choice' }, item],
      });
      assert.ok(found.form !== null || found.refused.every(({ words }) => words !== ''));
      readQuestionnaire(item);
    }),
    { numRuns: 1000 },
  );
});
