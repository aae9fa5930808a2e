import type { AnswerValue, FormItem, FormOption } from '@ehch/clinical/form';
import type { JsonObject } from '../entry.ts';
import { UCUM } from './urls.ts';
import type { Polymorphic } from './json-value.ts';

const KINDS = { text: 'String', integer: 'Integer', date: 'Date', time: 'Time' } as const;

/** An answer as FHIR's `[x]`, by the question or calculated item that it answers. */
export function valueOf(item: FormItem, answer: AnswerValue): Polymorphic {
  switch (answer.type) {
    case 'boolean':
      return { type: 'Boolean', value: answer.value };
    case 'number':
      return numberOf(item, answer);
    case 'text':
      return { type: 'sentAs' in item && item.sentAs === 'url' ? 'Uri' : 'String', value: answer.value };
    case 'date': {
      const moment = answer.value.includes('T') || ('sentAs' in item && item.sentAs === 'dateTime');
      return { type: moment ? 'DateTime' : 'Date', value: answer.value };
    }
    case 'time':
      return { type: 'Time', value: seconds(answer.value) };
    case 'option': {
      const options = 'options' in item ? (item.options ?? []) : [];
      return optionValue(
        options.find(({ value }) => value === answer.value) ?? { value: answer.value, text: answer.value },
      );
    }
  }
}

/** FHIR requires seconds in a time of day. */
function seconds(time: string): string {
  return /^\d\d:\d\d$/.test(time) ? `${time}:00` : time;
}

/** An option as FHIR's `[x]`: a coding, or a plain value. */
export function optionValue({ kind, value: own, text, code }: FormOption): Polymorphic {
  const value = code?.code ?? own;
  if (kind === 'display') return { type: 'Coding', value: { display: value } };
  if (kind === 'integer') return { type: 'Integer', value: Number(value) };
  if (kind === 'time') return { type: 'Time', value: seconds(value) };
  if (kind !== undefined) return { type: KINDS[kind], value };
  const { system, display = text } = code ?? {};
  return { type: 'Coding', value: { ...(system === undefined ? {} : { system }), code: value, display } };
}

function numberOf(item: FormItem, { value, unit }: Extract<AnswerValue, { type: 'number' }>): Polymorphic {
  const type = item.type === 'total' ? (item.as ?? 'decimal') : item.type;
  if (type === 'quantity') return { type: 'Quantity', value: writeQuantity(item, value, unit) };
  return { type: type === 'integer' ? 'Integer' : 'Decimal', value };
}

/** A number with its unit, as the item names the unit. */
export function writeQuantity(item: FormItem, value: number, code: string | undefined): JsonObject {
  const units = 'units' in item ? (item.units ?? []) : [];
  const [first] = units;
  const total = item.type === 'total' ? item.unit : undefined;
  const named = code ?? first?.code ?? total;
  if (named === undefined) return { value };
  const unit = units.find((each) => each.code === named);
  const ucum = unit === undefined ? total !== undefined : unit.notUcum !== true;
  return { value, unit: unit?.text ?? named, ...(ucum ? { system: UCUM } : {}), code: named };
}

/** A value as the element `prefix[x]`: `valueCoding`. */
export function field(prefix: string, { type, value }: Polymorphic): JsonObject {
  return { [`${prefix}${type}`]: value };
}
