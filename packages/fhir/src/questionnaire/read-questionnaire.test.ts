import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormItem } from '@ehch/clinical/form';
import { CORE, form, q, question, read, said, SDC, type Json } from './one-question.fixtures.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

test('every operator and type of enableWhen is kept, and one that cannot be evaluated hides nothing', () => {
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

test('an unknown modifier is named at the top of the form', () => {
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
  // V8 may read `{"q\"":2}` as `{"q\\":2}` after it has met that one: the answer would be that of another question.
  for (const linkId of ['q"', 'q\\', 'q\n', '\u0001'])
    assert.equal(why(q('string', { linkId })), 'unsafe-id', JSON.stringify(linkId));
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

test('other versions are read where they are the same as R4, and refused where they are not', () => {
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

test('a form without a version is known by its content, so that a changed form is another version', () => {
  const version = (text: string) => read(q('string', { text })).version;
  assert.equal(version('A'), version('A'));
  assert.notEqual(version('A'), version('B'));
});

test('a choice with two scores is refused, because a total could be either', () => {
  const ordinal = (value: number) => ({ url: `${CORE}ordinalValue`, valueDecimal: value });
  const weight = (value: number) => ({ url: `${CORE}itemWeight`, valueDecimal: value });
  const coded = (code: string, system: string | undefined, ...extension: readonly unknown[]) => ({
    extension,
    valueCoding: { code, ...(system === undefined ? {} : { system }), display: `${code} of ${system}` },
  });
  const read = (...answerOption: readonly unknown[]) =>
    readQuestionnaire({
      resourceType: 'Questionnaire',
      item: [{ linkId: 'mobility', type: 'choice', answerOption }],
    });
  const refused: readonly (readonly unknown[])[] = [
    // Two choices with one code.
    [coded('x', 'urn:t', ordinal(1)), coded('x', 'urn:t', ordinal(5))],
    [coded('x', 'urn:t', ordinal(1)), coded('x', 'urn:t')],
    [coded('x', undefined, ordinal(1)), coded('x', undefined, ordinal(5))],
    [coded('x', 'urn:a', ordinal(1)), coded('x', 'urn:b'), coded('x', 'urn:b', ordinal(2))],
    // One choice whose points have two names.
    [coded('x', 'urn:t', ordinal(1), weight(5))],
    [{ extension: [ordinal(1)], valueCoding: { code: 'x', extension: [weight(5)] } }],
    [{ extension: [ordinal(1), weight(5)], valueInteger: 3 }],
    // The same name twice, also beside a text.
    [coded('x', 'urn:t', ordinal(1), ordinal(5))],
    [{ extension: [ordinal(1)], valueString: 'x', _valueString: { extension: [weight(5)] } }],
  ];
  for (const options of refused) {
    const { form, refused: why } = read(...options);
    assert.deepEqual([form, why?.map((each) => each.why)], [null, ['two-scores']], JSON.stringify(options));
  }
  const taken: readonly (readonly unknown[])[] = [
    [coded('x', 'urn:t', ordinal(1), weight(1))],
    [coded('x', 'urn:a', ordinal(1)), coded('x', 'urn:b', ordinal(5))],
    [coded('x', 'urn:t', ordinal(1)), coded('x', 'urn:t', ordinal(1))],
  ];
  for (const options of taken) assert.ok(read(...options).form !== null, JSON.stringify(options));
});

test('the score of a text or a number counts where FHIR puts the extensions of such values', () => {
  const extension = [{ url: `${CORE}ordinalValue`, valueDecimal: 2 }];
  for (const option of [
    { valueString: 'Severe', _valueString: { extension } },
    { valueInteger: 3, _valueInteger: { extension } },
  ]) {
    const item = read(q('choice', { answerOption: [option] })).items[0];
    assert.deepEqual(item?.type === 'choice' && item.options?.map(({ points }) => points), [2]);
  }
});

test('a score that is no number is refused, wherever it is, because a total would leave it out', () => {
  const extension = [{ url: `${CORE}ordinalValue`, valueString: '2' }];
  const concept = { code: 'x', extension };
  const contained = [
    {
      resourceType: 'ValueSet',
      id: 'set',
      compose: { include: [{ system: 'urn:t', concept: [concept] }] },
    },
  ];
  for (const more of [
    { answerOption: [{ valueCoding: { code: 'x' }, extension }] },
    { answerOption: [{ valueCoding: concept }] },
    { answerOption: [{ valueString: 'x', _valueString: { extension } }] },
    { answerValueSet: '#set' },
  ]) {
    const item = { linkId: 'mobility', type: 'choice', ...more };
    const { form, refused } = readQuestionnaire({ resourceType: 'Questionnaire', contained, item: [item] });
    assert.deepEqual([form, refused?.map(({ why }) => why)], [null, ['unreadable-score']]);
  }
});

test('a total with two calculations is refused, and one with the same calculation twice is not', () => {
  const calculated = (expression: string) => ({
    url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
    valueExpression: { language: 'text/fhirpath', expression },
  });
  const read = (...extension: readonly unknown[]) =>
    readQuestionnaire({
      resourceType: 'Questionnaire',
      item: [{ linkId: 'total', type: 'integer', extension }],
    });
  const { refused } = read(calculated('1 + 1'), calculated('3'));
  assert.deepEqual(
    refused?.map(({ why }) => why),
    ['two-scores'],
  );
  assert.ok(read(calculated('1 + 1'), calculated('1 + 1')).form);
});

test('a choice with a modifier says that it may mean something else', () => {
  const option = { valueCoding: { code: 'x' }, modifierExtension: [{ url: 'urn:reversed' }] };
  const { limits } = read(q('choice', { answerOption: [option] }));
  assert.match(JSON.stringify(limits), /carries a modifier that is not known here/);
});

test('so does a modifier of a first value or of a condition, and an extension that modifies nothing does not', () => {
  const modifierExtension = [{ url: 'urn:reversed' }];
  const enableWhen = { question: 'y', operator: 'exists', answerBoolean: true };
  const holding = [
    { initial: [{ valueString: 'x', modifierExtension }] },
    { enableWhen: [{ ...enableWhen, modifierExtension }] },
  ];
  for (const more of holding)
    assert.match(
      said(q('string', more), { linkId: 'y', type: 'string' }),
      /carries a modifier that is not known/,
    );
  const plain = { initial: [{ valueString: 'x' }], enableWhen: [enableWhen] };
  assert.doesNotMatch(said(q('string', plain), { linkId: 'y', type: 'string' }), /modifier/);
  const choice = { answerOption: [{ valueCoding: { code: 'x' } }] };
  assert.doesNotMatch(said(q('choice', choice)), /modifier/);
});

test('any value ends in a form or in a refusal with words', () => {
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
