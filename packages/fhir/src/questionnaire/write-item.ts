import type { Condition, FormItem, FormQuestion, FormTotal } from '@ehch/clinical/form';
import type { JsonObject } from '../entry.ts';
import { defined } from './json-value.ts';
import { writeAnswerExtensions } from './own-extensions.ts';
import { EXT, OWN_EXT } from './urls.ts';
import type { ExpressionWriter } from './write-expressions.ts';
import { writeOptions, writeUnits } from './write-options.ts';
import { field, writeQuantity, valueOf } from './write-value.ts';

/** What is needed to write items. */
export interface Writing {
  readonly byId: ReadonlyMap<string, FormItem>;
  readonly expressions: ExpressionWriter;
}

/** An item of a Questionnaire. */
export function writeItem(item: FormItem, writing: Writing): JsonObject {
  const { id, text, codes, hidden, when } = item;
  const under = 'items' in item ? (item.items ?? []) : [];
  // Written before the extensions of the item, because a group then knows the variables of its rows.
  const inside = [...under.map((each) => writeItem(each, writing)), ...hintOf(item, writing)];
  const extension = [
    ...(hidden === true ? [{ url: EXT.hidden, valueBoolean: true }] : []),
    ...(when?.match === 'expression'
      ? writing.expressions.write(EXT.enableWhenExpression, when.expression, item)
      : []),
    ...extensionsOf(item, writing),
  ];
  return defined({
    extension: extension.length === 0 ? undefined : extension,
    linkId: id,
    code: codes,
    text: text === '' ? undefined : text,
    type: typeOf(item),
    ...(when === undefined || when.match === 'expression' ? {} : writeTests(when, writing)),
    ...(isQuestion(item) ? questionFields(item) : {}),
    repeats: 'repeats' in item && item.repeats ? true : undefined,
    readOnly: item.type === 'total' ? true : undefined,
    ...(isQuestion(item) && item.readOnly === true ? { readOnly: true } : {}),
    item: inside.length === 0 ? undefined : inside,
  });
}

function isQuestion(item: FormItem): item is FormQuestion {
  return item.type !== 'group' && item.type !== 'display' && item.type !== 'total';
}

/** The R4 type of a calculated item. It is read-only, so that no program asks for an answer. */
const TOTALS: { readonly [as in NonNullable<FormTotal['as']>]: string } = {
  integer: 'integer',
  decimal: 'decimal',
  quantity: 'quantity',
  boolean: 'boolean',
  text: 'text',
  choice: 'choice',
  date: 'date',
};

function typeOf(item: FormItem): string {
  if (item.type === 'total') return TOTALS[item.as ?? 'decimal'];
  return ('sentAs' in item ? item.sentAs : undefined) ?? item.type;
}

function extensionsOf(item: FormItem, { expressions }: Writing): readonly JsonObject[] {
  if (item.type === 'display') return [];
  if (item.type === 'total')
    return [...expressions.write(EXT.calculated, item.expression, item), ...writeUnits(item)];
  if (item.type === 'group') {
    const { instrument } = item;
    const own = instrument === undefined ? [] : [{ url: OWN_EXT.instrument, valueString: instrument }];
    return [...own, ...expressions.variablesOf(item)];
  }
  return [...writeUnits(item), ...limitsOf(item), ...sizesOf(item), ...writeAnswerExtensions(item)];
}

/** The limits on length, decimal places and number of answers. */
function sizesOf({ minLength, decimals, answerCount = {} }: FormQuestion): readonly JsonObject[] {
  const sizes = [
    { url: EXT.minLength, valueInteger: minLength },
    { url: EXT.maxDecimals, valueInteger: decimals },
    { url: EXT.minOccurs, valueInteger: answerCount.min },
    { url: EXT.maxOccurs, valueInteger: answerCount.max },
  ];
  return sizes.filter(({ valueInteger }) => valueInteger !== undefined);
}

/** The limits of a number or a date, in the extensions that `readQuestionnaire` reads back. */
function limitsOf(item: FormQuestion): readonly JsonObject[] {
  const { type, limits = {}, earliest, latest } = item;
  const days = [
    ...(earliest === undefined ? [] : [{ url: EXT.minValue, ...field('value', dateOf(item, earliest)) }]),
    ...(latest === undefined ? [] : [{ url: EXT.maxValue, ...field('value', dateOf(item, latest)) }]),
  ];
  const sides = [
    { value: limits.min, url: EXT.minValue, ofQuantity: EXT.minQuantity },
    { value: limits.max, url: EXT.maxValue, ofQuantity: EXT.maxQuantity },
  ];
  const numbers = sides.flatMap(({ value, url, ofQuantity }): readonly JsonObject[] => {
    if (value === undefined) return [];
    if (type === 'quantity')
      return [{ url: ofQuantity, valueQuantity: writeQuantity(item, value, undefined) }];
    return [{ url, [type === 'integer' ? 'valueInteger' : 'valueDecimal']: value }];
  });
  return [...numbers, ...days];
}

const dateOf = (item: FormQuestion, value: string) => valueOf(item, { type: 'date', value });

function questionFields(item: FormQuestion): JsonObject {
  const options = writeOptions(item);
  const initial = item.initial?.map((value) => field('value', valueOf(item, value)));
  return defined({
    required: item.required === true ? true : undefined,
    maxLength: item.maxLength,
    answerValueSet: item.optionsIn,
    answerOption: options.length === 0 ? undefined : options,
    initial,
  });
}

/** R4 `enableWhen`. `enableBehavior` is written only where there are several conditions. */
function writeTests(
  { match, tests }: Exclude<Condition, { match: 'expression' }>,
  { byId }: Writing,
): JsonObject {
  const enableWhen = tests.map(({ item, operator, value }) => {
    const target = byId.get(item);
    const answer =
      target === undefined || operator === 'exists'
        ? { type: 'Boolean', value: value.value }
        : valueOf(target, value);
    return { question: item, operator, ...field('answer', answer) };
  });
  return { enableWhen, ...(tests.length > 1 ? { enableBehavior: match } : {}) };
}

/**
 * A hint as a display under its question. It is a `prompt`, and no `displayCategory`: R4 forbids that extension on display
 * items (its context invariant is `type!='display'`), and a server that validates refuses the form.
 */
function hintOf(item: FormItem, { byId }: Writing): readonly JsonObject[] {
  if (!('hint' in item) || item.hint === undefined) return [];
  let linkId = `${item.id}-hint`;
  while (byId.has(linkId)) linkId += 'x';
  const system = 'http://hl7.org/fhir/questionnaire-item-control';
  const valueCodeableConcept = { coding: [{ system, code: 'prompt' }] };
  return [
    {
      extension: [{ url: EXT.itemControl, valueCodeableConcept }],
      linkId,
      text: item.hint,
      type: 'display',
    },
  ];
}
