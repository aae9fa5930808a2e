import type { Dosage } from '../../readers/r4/dosage.ts';
import { unitOf } from '../../amount-words.ts';
import { compared } from '../../said-already.ts';

/**
 * Whether the words of a step and its parts give two doses, or two rhythms: "2.5mg" beside 25 mg, "once a week" beside once a
 * day. Both stand on screen; that they differ must not be left to the reader's eye. It errs towards no: another unit, a
 * number of tablets or words that it does not know are no contradiction.
 */
export function contradictsItself(step: Dosage): boolean {
  const text = compared(step.text ?? step.patientInstruction ?? '');
  return text !== '' && (isOtherDose(step, text) || isOtherRhythm(step, text));
}

function isOtherDose({ doseAndRate = [] }: Dosage, text: string): boolean {
  return doseAndRate.some(({ doseQuantity }) => {
    const { value } = doseQuantity ?? {};
    const unit = compared(unitOf(doseQuantity) ?? '');
    if (value === undefined || unit === '') return false;
    const said = amountsIn(text, unit);
    return said.length > 0 && !said.some((amount) => isSame(amount, value));
  });
}

/** Every amount in this unit, both ends of "1 to 2 tablets", and 1,000 mg for "two 500mg tablets". */
function amountsIn(text: string, unit: string): readonly number[] {
  const escaped = unit.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const amount = String.raw`(?:(\d+(?:\.\d+)?) (to |x )?)?(?<![\d.])(\d+(?:\.\d+)?) ${escaped}(?![\p{L}\d])`;
  return [...text.matchAll(new RegExp(amount, 'gu'))].flatMap(([, first, link, second]) => {
    const last = Number(second);
    if (first === undefined) return [last];
    return link === 'to ' ? [Number(first), last] : [last, Number(first) * last];
  });
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

const RHYTHM = /\d+x(daily|weekly|monthly)\b/g;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/;
const UNITS: Readonly<Record<string, string>> = { d: 'daily', wk: 'weekly', mo: 'monthly' };

/** A day is not a week. How often within it is compared by nobody: "2 daily" may be two tablets or twice. */
function isOtherRhythm({ timing }: Dosage, text: string): boolean {
  const { period, periodMax, periodUnit = '' } = timing?.repeat ?? {};
  const structured = UNITS[periodUnit];
  if (structured === undefined || period !== 1 || periodMax !== undefined || WEEKDAY.test(text)) return false;
  const said = [...text.matchAll(RHYTHM)].map(([, rhythm]) => rhythm);
  return said.length > 0 && !said.includes(structured);
}
