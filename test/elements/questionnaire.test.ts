/**
 * Proves that the reader silently drops nothing of a Questionnaire. The test puts every element of R4's definition, and every
 * extension of R4 and of the SDC guide, into a small form. The form that was read must then differ, in what it asks or in what
 * it names, unless a reviewed list calls the element harmless there.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CODING_ELEMENTS,
  CODING_EXTENSIONS,
  CONDITION_ELEMENTS,
  INITIAL_ELEMENTS,
  OPTION_ELEMENTS,
  OPTION_EXTENSIONS,
} from '../../packages/fhir/src/questionnaire/choice-fates.ts';
import type { Fates, ItemKind } from '../../packages/fhir/src/questionnaire/fate.ts';
import { FORM_ELEMENTS, FORM_EXTENSIONS } from '../../packages/fhir/src/questionnaire/form-fates.ts';
import { readQuestionnaire } from '../../packages/fhir/src/questionnaire/index.ts';
import {
  ITEM_ELEMENTS,
  ITEM_EXTENSIONS,
  PRIMITIVE_EXTENSIONS,
} from '../../packages/fhir/src/questionnaire/item-fates.ts';
import { elementPaths, isList, type ElementPath } from './definitions.ts';
import { VALUES } from './mutations.ts';
import type { Json } from './plain-resources.ts';
import { EXTENSIONS } from './questionnaire-extensions.ts';
import { formWith, PLAIN_ITEMS } from './questionnaire-items.ts';

const ELEMENTS = elementPaths('Questionnaire');
const OF_FORM = ELEMENTS.filter(({ path }) => !path.startsWith('item.'));
const OF_ITEM = ELEMENTS.filter(({ path }) => path.startsWith('item.') && !path.startsWith('item.item.'));

const read = (form: Json): string => JSON.stringify(readQuestionnaire(form));
const named = (form: Json): string => JSON.stringify(readQuestionnaire(form).form?.limits);

/** Whether an element changes nothing in the form, and the form does not name the part that holds it as not carried out. */
function isDropped(withIt: Json, withoutIt: Json, withoutItsPart: Json): boolean {
  return read(withIt) === read(withoutIt) && named(withIt) === named(withoutItsPart);
}

/** The neighbours without which an element means nothing, by its place. */
const AROUND: Readonly<Record<string, Json>> = {
  enableWhen: { operator: '=' },
  answerCoding: { system: 'urn:test', code: 'a' },
  valueCoding: { system: 'urn:test', code: 'a' },
  code: { system: 'urn:test', code: 'a' },
  valueQuantity: { value: 5, unit: 'kg', code: 'kg' },
};

/** A form with the element and the neighbours that it needs, and the same form without the element. */
function planted({ path, types, codes }: ElementPath): { readonly with: Json; readonly without: Json } {
  const steps = path.split('.');
  const leaf = steps.at(-1) ?? '';
  const value = SAYING[path] ?? codes[0] ?? VALUES[types.at(-1) ?? ''] ?? 'Zz words';
  const build = (at: number, filled: boolean): Json => {
    const name = steps[at] ?? '';
    const here = steps.slice(0, at + 1).join('.');
    if (at === steps.length - 1)
      return filled ? { [leaf]: isList('Questionnaire', here) ? [value] : value } : {};
    const next = steps[at + 1] ?? '';
    const stem = /^(answer|value)[A-Z]/.exec(next)?.[1];
    const around = Object.entries(AROUND[name] ?? {}).filter(
      ([key]) => key !== next && (stem === undefined || !key.startsWith(stem)),
    );
    const question = next === 'question' ? {} : { question: QUESTIONS[next] ?? 'q' };
    const asked = name === 'enableWhen' ? { ...question, ...ANSWER[next] } : {};
    const inner = { ...Object.fromEntries(around), ...asked, ...build(at + 1, filled) };
    if (Object.keys(inner).length === 0) return {};
    return { [name]: isList('Questionnaire', here) ? [inner] : inner };
  };
  const first = path.startsWith('item.') ? 1 : 0;
  return { with: build(first, true), without: build(first, false) };
}

/** The question of the form that takes an answer of this kind. */
const QUESTIONS: Readonly<Record<string, string>> = {
  answerBoolean: 'q-boolean',
  answerInteger: 'q-integer',
  answerDecimal: 'q-decimal',
  answerDate: 'q-date',
  answerDateTime: 'q-date',
  answerTime: 'q-time',
  answerString: 'q-string',
  answerQuantity: 'q-quantity',
};
const A_CODE = { answerCoding: { system: 'urn:test', code: 'a' } };
/** The value in a condition, where the test tries another part of that condition. */
const ANSWER: Readonly<Record<string, Json>> = { operator: A_CODE, question: A_CODE };

/** Elements that mean nothing by themselves. */
const BESIDE: Readonly<Record<string, Json>> = {
  'item.enableBehavior': {
    enableWhen: ['a', 'b'].map((code) => ({
      question: 'q',
      operator: '=',
      answerCoding: { system: 'urn:test', code },
    })),
  },
};

/** Meaningful values for elements whose first code or usual value changes nothing. */
const SAYING: Readonly<Record<string, unknown>> = {
  status: 'retired',
  subjectType: 'Device',
  'item.type': 'integer',
  'item.linkId': 'other',
  'item.enableWhen.question': 'q',
  'item.enableWhen.operator': '!=',
  'item.enableWhen.answerCoding.code': 'b',
  'item.enableWhen.answerQuantity.comparator': '<',
};

/** The reviewed list that has the element, or the part that holds it. */
function isHarmless({ path }: ElementPath, kind: ItemKind): boolean {
  const steps = path.split('.');
  const [first = '', second = ''] = steps;
  const [holder = '', leaf = ''] = steps.slice(-2);
  if (first !== 'item') return onList(FORM_ELEMENTS, first, 'group');
  if (onList(ITEM_ELEMENTS, second, kind)) return true;
  // The words of a code add nothing to it, and neither does the name of a unit to its code.
  if (/^item\.(enableWhen|initial)\..*(Coding\.display|Quantity\.unit)$/.test(path)) return true;
  if (holder.endsWith('Coding') || holder === 'code') return onList(CODING_ELEMENTS, leaf, kind);
  const table = { enableWhen: CONDITION_ELEMENTS, answerOption: OPTION_ELEMENTS, initial: INITIAL_ELEMENTS }[
    second
  ];
  return table !== undefined && onList(table, leaf, kind);
}

function without(json: Json, name: string): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== name));
}

function onList(fates: Fates, name: string, kind: ItemKind): boolean {
  return Object.hasOwn(fates, name) && fates[name]?.harmless?.[1].includes(kind) === true;
}

test('no element of a form is silently dropped', () => {
  const item: Json = { linkId: 'x', type: 'string', text: 'X' };
  const dropped = OF_FORM.filter((element) => {
    const mutation = planted(element);
    const base = without(formWith(item), element.path.split('.')[0] ?? '');
    return isDropped({ ...base, ...mutation.with }, { ...base, ...mutation.without }, base);
  });
  assert.deepEqual(
    dropped.filter((element) => !isHarmless(element, 'group')).map(({ path }) => path),
    [],
  );
});

for (const { name, kind, json } of PLAIN_ITEMS) {
  test(`${name}: no element of an item is silently dropped`, () => {
    const dropped = OF_ITEM.filter((element) => {
      const [, first = ''] = element.path.split('.');
      const mutation = planted(element);
      // The choices stay, so that a first value can be one of them. Where the test tries choices, its own replace them.
      const base = first === 'answerOption' ? json : without(json, first);
      const beside = BESIDE[element.path] ?? {};
      const merged = (more: Json) => formWith({ ...base, ...beside, ...more });
      return isDropped(merged(mutation.with), merged(mutation.without), merged({}));
    });
    assert.deepEqual(
      dropped.filter((element) => !isHarmless(element, kind)).map(({ path }) => path),
      [],
    );
  });

  test(`${name}: no extension of an item is silently dropped`, () => {
    const own = Array.isArray(json['extension']) ? (json['extension'] as readonly Json[]) : [];
    const dropped = EXTENSIONS.filter(({ where }) => where.includes('item')).filter(({ url, value }) => {
      const others = own.filter((each) => each['url'] !== url);
      const added = formWith({ ...json, extension: [...others, { url, ...value }] });
      return read(added) === read(formWith({ ...json, extension: others }));
    });
    assert.deepEqual(
      dropped.filter(({ url }) => !onList(ITEM_EXTENSIONS, url, kind)).map(({ url }) => url),
      [],
    );
  });

  test(`${name}: the form names at the item what R4 does not know`, () => {
    const odd = { url: 'https://zz.example/zz-odd', valueString: 'Zz' };
    const plain = read(formWith(json));
    for (const more of [
      { extension: [...((json['extension'] as readonly Json[] | undefined) ?? []), odd] },
      { modifierExtension: [odd] },
      { zzOdd: 'Zz' },
      { _text: { extension: [odd] } },
      { _required: { extension: [odd] } },
      { enableWhen: [{ question: 'q', operator: 'exists', answerBoolean: true, extension: [odd] }] },
    ]) {
      const { form } = readQuestionnaire(formWith({ ...json, ...more }));
      assert.notEqual(read(formWith({ ...json, ...more })), plain);
      const said = form?.limits?.filter(({ item }) => item === 'x').map(({ words }) => words);
      assert.match(said?.join(' ') ?? '', /zz-?odd|modifier that is not known/i);
    }
  });
}

const CHOICES = {
  answerOption: ['a', 'b'].map((code) => ({ valueCoding: { system: 'urn:test', code, display: code } })),
};

test('no extension of a form, a choice or a text is silently dropped', () => {
  const choice: Json = {
    linkId: 'x',
    type: 'choice',
    text: 'X',
    answerOption: [{ valueCoding: { system: 'urn:test', code: 'a', display: 'A' } }],
  };
  const plain = read(formWith(choice));
  const places = {
    form: (extension: readonly Json[]) => formWith(choice, { extension }),
    option: (extension: readonly Json[]) =>
      formWith({
        ...choice,
        answerOption: [{ valueCoding: { system: 'urn:test', code: 'a', display: 'A' }, extension }],
      }),
    text: (extension: readonly Json[]) => formWith({ ...choice, _text: { extension } }),
  };
  const lists = {
    form: FORM_EXTENSIONS,
    option: { ...OPTION_EXTENSIONS, ...CODING_EXTENSIONS },
    text: PRIMITIVE_EXTENSIONS,
  };
  for (const place of ['form', 'option', 'text'] as const) {
    const dropped = EXTENSIONS.filter(({ where }) => where.includes(place))
      .filter(({ url, value }) => read(places[place]([{ url, ...value }])) === plain)
      .filter(({ url }) => !onList(lists[place], url, 'choice'));
    assert.deepEqual(
      dropped.map(({ url }) => url),
      [],
      place,
    );
  }
});

test('a form that takes answers outside its list says so where the kit does not take them', () => {
  const url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item.answerConstraint';
  const said = (type: string, valueCode: string) =>
    read(formWith({ linkId: 'x', type, text: 'X', ...CHOICES, extension: [{ url, valueCode }] }));
  assert.match(said('open-choice', 'optionsOnly'), /takes only the listed answers/);
  assert.doesNotMatch(said('open-choice', 'optionsOrString'), /listed/);
  assert.match(said('choice', 'optionsOrType'), /takes other answers than those listed/);
  assert.doesNotMatch(said('choice', 'optionsOnly'), /listed/);
});

test('a limit that an expression calculates is named, and the written limit does not stand in for it', () => {
  const expression = { language: 'text/fhirpath', expression: '%resource.item.count()' };
  const calculation = {
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/cqf-expression', valueExpression: expression },
    ],
  };
  const min = {
    url: 'http://hl7.org/fhir/StructureDefinition/minValue',
    valueInteger: 1,
    _valueInteger: calculation,
  };
  const { form } = readQuestionnaire(formWith({ linkId: 'x', type: 'integer', text: 'X', extension: [min] }));
  assert.match(JSON.stringify(form?.limits), /"item":"x".*worked out by a calculation/);
});
