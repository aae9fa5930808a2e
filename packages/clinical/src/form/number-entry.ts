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
  | { readonly state: 'refused'; readonly doubts: readonly EntryDoubt[] };

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

/** Reads a typed number. `unitCode`: the unit chosen beside it, `null` where there is one or none. */
export function readNumberEntry(question: FormQuestion, text: string, unitCode: string | null): NumberEntry {
  const typed = text.trim();
  if (typed === '') return { state: 'empty' };
  const refused = (...doubts: readonly EntryDoubt[]): NumberEntry => ({ state: 'refused', doubts });
  if (!/^[-−]?\d{1,15}(\.\d{1,9})?$/.test(typed)) return refused({ kind: whyNoNumber(typed) });
  const entered = Number(typed.replace('−', '-'));
  const { units = [] } = question;
  const [first] = units;
  const unit = unitCode === null && units.length < 2 ? first : units.find(({ code }) => code === unitCode);
  // [P] With several units none is chosen for anybody: 60 may be kilograms or pounds.
  if (unit === undefined && (units.length > 0 || unitCode !== null)) return refused({ kind: 'no-unit' });
  const value: NumberValue = {
    type: 'number',
    value: unit === undefined || unit === first ? entered : converted(entered, unit),
    ...(first === undefined ? {} : { unit: first.code }),
    ...(unit === undefined || unit === first ? {} : { entered: { value: entered, unit: unit.code } }),
  };
  const doubts = doubtsAbout(question, value);
  const hard = doubts.filter(({ kind }) => kind !== 'implausible');
  return hard.length > 0 ? refused(...hard) : { state: 'number', value, doubts };
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
