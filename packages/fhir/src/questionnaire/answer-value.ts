import { converted, type AnswerValue, type FormOption, type FormUnit } from '@ehch/clinical/form';
import { precisionOf } from '@ehch/clinical/time';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import type { Polymorphic } from './json-value.ts';
import type { AnswerShape } from './reading.ts';
import { UCUM } from './urls.ts';

/**
 * A `value[x]`, `answer[x]` or `initial[x]` as an answer to the question. `null`: it does not fit the
 * question.
 */
export function answerValueOf(shape: AnswerShape, found: Polymorphic): AnswerValue | null {
  const { type, value } = found;
  const option = optionOf(shape, found);
  if (option !== null) return { type: 'option', value: option.value };
  const { type: asks } = shape;
  if (asks === 'boolean') return typeof value === 'boolean' ? { type: 'boolean', value } : null;
  if (asks === 'integer' || asks === 'decimal')
    return NUMBERS.has(type) && isNumber(value) ? { type: 'number', value } : quantityOf(shape, found);
  if (asks === 'quantity') return quantityOf(shape, found);
  if (asks === 'date') return dateOf(found);
  if (asks === 'time') return timeOf(found);
  const takesText = asks === 'text' || asks === 'open-choice';
  return takesText && TEXTS.has(type) && typeof value === 'string' ? { type: 'text', value } : null;
}

const NUMBERS = new Set(['Integer', 'Decimal', 'PositiveInt', 'UnsignedInt']);
const TEXTS = new Set(['String', 'Markdown', 'Uri', 'Url']);
const OPTION_KINDS: { readonly [type: string]: NonNullable<FormOption['kind']> } = {
  String: 'text',
  Integer: 'integer',
  Date: 'date',
  Time: 'time',
};

/** The option that a coding or a plain value stands for. A coding of another system is another answer. */
function optionOf({ options = [] }: AnswerShape, { type, value }: Polymorphic): FormOption | null {
  if (type === 'Coding') return codedOption(options, value);
  const kind = Object.hasOwn(OPTION_KINDS, type) ? OPTION_KINDS[type] : undefined;
  if (kind === undefined || (typeof value !== 'string' && !isNumber(value))) return null;
  return options.find((each) => each.kind === kind && codeOf(each) === String(value)) ?? null;
}

/** The option for a coding, by system and code. A coding with a display alone is known by its words. */
function codedOption(options: readonly FormOption[], coding: unknown): FormOption | null {
  const [system, code, display] = ['system', 'code', 'display'].map((key) => textAt(coding, key));
  if (code === null)
    return options.find((each) => each.kind === 'display' && codeOf(each) === display) ?? null;
  const coded = options.filter((each) => each.kind === undefined && codeOf(each) === code);
  const same = coded.filter((each) => (each.code?.system ?? null) === system);
  // If either side names no system, the code alone decides, provided that it fits one option only.
  const loose = coded.filter((each) => system === null || each.code?.system === undefined);
  return same[0] ?? (loose.length === 1 ? (loose[0] ?? null) : null);
}

function codeOf({ code, value }: FormOption): string {
  return code?.code ?? value;
}

/** A quantity in the question's first unit. A missing unit is never assumed. */
function quantityOf(
  { units = [], type: asks }: AnswerShape,
  { type, value }: Polymorphic,
): AnswerValue | null {
  if (type !== 'Quantity' || !isObject(value) || !isNumber(value['value'])) return null;
  // "Less than 5" is not a number.
  if (textAt(value, 'comparator') !== null) return null;
  const number = value['value'];
  const named = textAt(value, 'code') ?? textAt(value, 'unit');
  const [first] = units;
  if (first === undefined) {
    if (asks !== 'quantity') return null;
    return { type: 'number', value: number, ...(named === null ? {} : { unit: named }) };
  }
  const unit = units.find(({ code }) => code === named) ?? units.find(({ text }) => text === named);
  if (unit === undefined || !isSameSystem(unit, value)) return null;
  if (unit.code === first.code) return { type: 'number', value: number, unit: first.code };
  return {
    type: 'number',
    value: converted(number, unit),
    unit: first.code,
    entered: { value: number, unit: unit.code },
  };
}

/** Whether both units are from the same list. The same code in another list may be another unit. */
function isSameSystem({ notUcum }: FormUnit, quantity: JsonObject): boolean {
  const system = textAt(quantity, 'system');
  return system === null || notUcum === true || system === UCUM;
}

function dateOf({ type, value }: Polymorphic): AnswerValue | null {
  const dated = type === 'Date' || type === 'DateTime' || type === 'Instant';
  return dated && typeof value === 'string' && precisionOf(value) !== null ? { type: 'date', value } : null;
}

/** A time of day. FHIR always writes seconds, and the form engine asks for whole minutes: `14:30`. */
function timeOf({ type, value }: Polymorphic): AnswerValue | null {
  if (type !== 'Time' || typeof value !== 'string') return null;
  const time = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(value) ? value : null;
  return time === null ? null : { type: 'time', value: time.replace(/^(\d\d:\d\d):00(\.0+)?$/, '$1') };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
