import { decimal, minus, quotient, times } from '../instruments/exact-decimal.ts';
import type { AnswerValue } from './answer.ts';
import type { FormQuestion, FormUnit } from './definition.ts';
import { doubtsAbout, type Doubt } from './doubt.ts';

type NumberValue = Extract<AnswerValue, { type: 'number' }>;

/** What was typed where a number is asked for. Nothing is guessed: what does not read as one number is refused. */
export type NumberEntry =
  | { readonly state: 'empty' }
  /** `doubts`: at most that it is implausible. */
  | {
      readonly state: 'number';
      readonly value: NumberValue;
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly state: 'refused';
      readonly doubts: readonly EntryDoubt[];
      /** What was probably meant, for a person to take by a press: the only unit in which it is possible, a point for a comma. */
      readonly offer?: NumberOffer;
    };

/** An entry that would be taken, as it would be typed. */
export interface NumberOffer {
  readonly text: string;
  /** The unit that goes with it; `null`: the question has none. */
  readonly unit: string | null;
  readonly value: NumberValue;
}

export type EntryDoubt =
  | Doubt
  /** `58,2`: a decimal or a thousand? */
  | { readonly kind: 'comma' }
  /** `58kg`: the unit has its own place. */
  | { readonly kind: 'unit-typed' }
  | { readonly kind: 'not-a-number' }
  /** There are several units and none was chosen, or it is not one of the question's. */
  | { readonly kind: 'no-unit' }
  /** Words why something was not assessed, and none of the reasons chosen. */
  | { readonly kind: 'no-reason' };

/**
 * Reads a typed number. `unitCode`: the unit chosen beside it, `null` where there is one or none.
 *
 * [P] With several units none is chosen for anybody: 60 may be kilograms or pounds. What is possible in the first unit alone
 * is taken in it, as 37.2 can only be °C; what is possible in another one alone is offered in that, as 98.6 can only be °F.
 */
export function readNumberEntry(question: FormQuestion, text: string, unitCode: string | null): NumberEntry {
  const typed = text.trim();
  if (typed === '') return { state: 'empty' };
  if (!isNumber(typed))
    return refusedWith([{ kind: whyNoNumber(typed) }], pointOffer(question, typed, unitCode));
  // "-0" is zero. JSON has no other, so a kept draft would read back otherwise.
  const entered = Number(typed.replace('−', '-')) + 0;
  const { units = [] } = question;
  const [first] = units;
  const chosen = unitCode === null && units.length < 2 ? first : units.find(({ code }) => code === unitCode);
  const only = chosen === undefined && unitCode === null ? onlyUnit(question, entered) : undefined;
  const unit = chosen ?? (only === first ? only : undefined);
  if (unit === undefined && (units.length > 0 || unitCode !== null))
    return refusedWith(
      [{ kind: 'no-unit' }],
      only === undefined ? null : offerIn(question, entered, typed, only),
    );
  const value = valueIn(question, entered, unit);
  const doubts = doubtsAbout(question, value);
  const hard = doubts.filter(({ kind }) => kind !== 'implausible');
  return hard.length > 0 ? refusedWith(hard, null) : { state: 'number', value, doubts };
}

function refusedWith(doubts: readonly EntryDoubt[], offer: NumberOffer | null): NumberEntry {
  return { state: 'refused', doubts, ...(offer === null ? {} : { offer }) };
}

function isNumber(typed: string): boolean {
  return /^[-−]?\d{1,15}(\.\d{1,9})?$/.test(typed);
}

function valueIn({ units = [] }: FormQuestion, entered: number, unit: FormUnit | undefined): NumberValue {
  const [first] = units;
  return {
    type: 'number',
    value: unit === undefined || unit === first ? entered : converted(entered, unit),
    ...(first === undefined ? {} : { unit: first.code }),
    ...(unit === undefined || unit === first ? {} : { entered: { value: entered, unit: unit.code } }),
  };
}

/** The one unit in which a number is possible. `undefined`: several, or none, or nothing says what is possible. */
function onlyUnit(question: FormQuestion, entered: number): FormUnit | undefined {
  const { units = [], limits } = question;
  if (limits?.min === undefined || limits.max === undefined) return undefined;
  const fitting = units.filter((unit) =>
    doubtsIn(question, entered, unit).every(({ kind }) => kind === 'implausible'),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function doubtsIn(question: FormQuestion, entered: number, unit: FormUnit): readonly Doubt[] {
  return doubtsAbout(question, valueIn(question, entered, unit));
}

function offerIn(question: FormQuestion, entered: number, text: string, unit: FormUnit): NumberOffer {
  return { text, unit: unit.code, value: valueIn(question, entered, unit) };
}

/** "38,4" with a point. Three digits after a comma may be thousands: then nothing is offered. */
function pointOffer(question: FormQuestion, typed: string, unitCode: string | null): NumberOffer | null {
  if (!/^[-−]?\d{1,15},\d{1,2}$/.test(typed)) return null;
  const text = typed.replace(',', '.');
  const entry = readNumberEntry(question, text, unitCode);
  if (entry.state === 'number')
    return { text, unit: entry.value.entered?.unit ?? entry.value.unit ?? null, value: entry.value };
  return entry.state === 'refused' ? (entry.offer ?? null) : null;
}

function whyNoNumber(typed: string): 'comma' | 'unit-typed' | 'not-a-number' {
  if (/^[-−]?\d[\d.]*,[\d.,]*$/.test(typed)) return 'comma';
  return /^[-−]?\d+(\.\d+)?\s*[^\d.,\s]/.test(typed) ? 'unit-typed' : 'not-a-number';
}

/** A number in the first unit: once, and in decimal digits, so that 100.4 °F is 38 °C and not a little more. [P] To nine decimals. */
export function converted(entered: number, { factor, offset = 0 }: FormUnit): number {
  const scaled = times(decimal(entered), decimal(factor));
  return quotient(minus(scaled, decimal(-offset)), decimal(1), 9);
}
