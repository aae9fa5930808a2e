import { byCode } from '../../by-code.ts';
import type { Dosage } from '../../readers/r4/dosage.ts';
import { conceptWords } from '../../coding.ts';
import { unitOf } from '../../amount-words.ts';
import { compared } from '../../said-already.ts';
import { sizesOf } from './masses.ts';
import { ABBREVIATIONS } from './timing-codes.ts';

/**
 * Whether the words and the parts of a dosage step give two doses or two rhythms: "2.5mg" beside 25 mg, "once
 * a week" beside once a day.
 * Both are on screen, but nobody should have to spot the difference. In doubt the answer is no: another unit,
 * a number of tablets or unknown words are no contradiction.
 */
export function contradictsItself(step: Dosage): boolean {
  const text = wordsOf(step);
  return (
    isOtherNeed(step) ||
    isOtherCode(step) ||
    DIFFERENCES.some((differs) => text !== '' && differs(step, text))
  );
}

const DIFFERENCES: readonly ((step: Dosage, text: string) => boolean)[] = [
  isOtherDose,
  isOtherRange,
  isOtherRhythm,
  isOtherInterval,
  isOtherCount,
  isOtherRoute,
  isOtherLimit,
];

function wordsOf({ text, patientInstruction }: Dosage): string {
  return compared(text ?? patientInstruction ?? '');
}

/** Whether the words of a step say "when required". "Not as required" is something else. */
export function saysAsRequired(step: Dosage): boolean {
  return /(?<!\b(?:not|than) )\basrequired\b/.test(wordsOf(step));
}

/** "When required" in the words, or a reason for it, beside "not as required" in the parts. */
function isOtherNeed(step: Dosage): boolean {
  return (
    step.asNeededBoolean === false && (step.asNeededCodeableConcept !== undefined || saysAsRequired(step))
  );
}

/** Routes, each by words that no other route has. */
const ROUTES = [
  /\b(?:oral|swallow\w*)\b/,
  /\b(?:subcutaneou\w*|under the skin)\b/,
  /\bintramuscular\w*\b/,
  /\bintravenou\w*\b/,
  /\b(?:rectal\w*|per rectum|suppository)\b/,
  /\b(?:transdermal|topical\w*|cutaneou\w*|to the skin)\b/,
  /\b(?:sublingual\w*|under the tongue)\b/,
  /\b(?:inhal\w*|nebuli\w*)\b/,
  /\b(?:ocular|ophthalmic|each eye|both eye|affected eye)\b/,
];

/**
 * "By mouth" in the words beside subcutaneous in the parts. A text that names both routes is no
 * contradiction.
 */
function isOtherRoute({ route }: Dosage, text: string): boolean {
  const given = compared(conceptWords(route, new Set()) ?? '');
  const [coded, inWords] = [given, text].map((words) => ROUTES.filter((pattern) => pattern.test(words)));
  if (coded === undefined || inWords === undefined || coded.length !== 1 || inWords.length !== 1)
    return false;
  return coded[0] !== inWords[0];
}

/** "2.5 mg" in the words beside 25 mg in the parts: no amount in the words is the dose. */
function isOtherDose({ doseAndRate = [] }: Dosage, text: string): boolean {
  return doseAndRate.some(({ doseQuantity }) => {
    const { value } = doseQuantity ?? {};
    const unit = compared(unitOf(doseQuantity) ?? '');
    if (value === undefined || unit === '') return false;
    const said = amountsOf(text, unit);
    return said.length > 0 && !said.some((amount) => isSame(amount, value));
  });
}

/** "0.5 to 1 mg" in the words beside 5 to 10 mg in the parts: no amount in the words is in the range. */
function isOtherRange({ doseAndRate = [] }: Dosage, text: string): boolean {
  return doseAndRate.some(({ doseRange }) => {
    const { low, high } = doseRange ?? {};
    const unit = compared(unitOf(high ?? low) ?? '');
    if (unit === '') return false;
    const said = amountsOf(text, unit);
    const isWithin = (amount: number) =>
      amount >= (low?.value ?? 0) - 1e-9 && amount <= (high?.value ?? Infinity) + 1e-9;
    return said.length > 0 && !said.some(isWithin);
  });
}

/**
 * Every amount in this unit. Amounts in other units of mass, or of volume, are converted: 25 micrograms is not
 * 25 mg.
 */
function amountsOf(text: string, unit: string): readonly number[] {
  const sizes = sizesOf(unit, unit);
  const own = sizes?.[unit];
  if (sizes === null || own === undefined) return amountsIn(text, unit);
  return Object.entries(sizes).flatMap(([other, size]) =>
    amountsIn(text, other).map((amount) => (amount * size) / own),
  );
}

/**
 * Every amount in this unit: both ends of "1 to 2 tablets", and both 500 mg and 1,000 mg for "two 500mg
 * tablets".
 */
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
  // Binary arithmetic makes 0.1 + 0.2 differ from 0.3 by less than this.
  return Math.abs(a - b) < 1e-9;
}

/** A rhythm in the spelling of `compared`: "2xdaily". */
const RHYTHM = /\d+x(daily|weekly|monthly)\b/g;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/;
const UNITS = byCode<string>({ d: 'daily', wk: 'weekly', mo: 'monthly' });

/** "Once a week" in the words beside once a day in the parts. */
function isOtherRhythm({ timing }: Dosage, text: string): boolean {
  const { period, periodMax, periodUnit = '', dayOfWeek = [] } = timing?.repeat ?? {};
  const structured = UNITS[periodUnit];
  if (structured === undefined || period !== 1 || periodMax !== undefined) return false;
  const said = [...text.matchAll(RHYTHM)].map(([, rhythm]) => rhythm);
  // "Once daily on Monday and Friday" is twice a week. Once a day on Mondays alone is once a week.
  if (structured === 'daily' ? dayOfWeek.length > 0 : WEEKDAY.test(text)) return false;
  return said.length > 0 && !said.includes(structured);
}

const HOURS = byCode<number>({ hour: 1, h: 1, day: 24, d: 24, week: 168, wk: 168 });

/**
 * "Every 72 hours" in the words beside every 24 hours in the parts. Beside a daily or weekly rhythm, "every"
 * may be about a review or a limit.
 */
function isOtherInterval({ timing }: Dosage, text: string): boolean {
  const { frequency = 1, period, periodMax, periodUnit = '' } = timing?.repeat ?? {};
  const unit = HOURS[periodUnit];
  if (unit === undefined || period === undefined || periodMax !== undefined || frequency !== 1) return false;
  if (text.search(RHYTHM) >= 0) return false;
  const said = [...text.matchAll(/\bevery (\d+) (hour|day|week)\b/g)].map(
    ([, count, each = '']) => Number(count) * (HOURS[each] ?? 0),
  );
  return said.length > 0 && !said.includes(period * unit);
}

const TIMES = /\b(\d+)x(daily|weekly|monthly)\b/g;

/**
 * "Three times a day" in the words beside twice in the parts. Once in the words proves nothing: "2 daily" may
 * be two tablets or twice, and each time of day written separately counts as once.
 */
function isOtherCount({ timing }: Dosage, text: string): boolean {
  const { frequency, frequencyMax, period, periodMax, periodUnit = '' } = timing?.repeat ?? {};
  if (frequency === undefined || period !== 1 || periodMax !== undefined) return false;
  const said = [...text.matchAll(TIMES)].filter(([, , rhythm]) => rhythm === UNITS[periodUnit]);
  const counts = said.map(([, count]) => Number(count));
  const [lowest, highest] = [frequency, frequencyMax ?? frequency];
  return counts.length > 0 && counts.every((count) => count > 1 && (count < lowest || count > highest));
}

/** The code for twice a day beside once a day in the parts. Unlike words, a code for "once" proves something. */
function isOtherCode(step: Dosage): boolean {
  const { code, repeat } = step.timing ?? {};
  const said = (code?.coding ?? []).flatMap(({ code: one }) => ABBREVIATIONS.get(one ?? '') ?? []);
  return said.some((words) => {
    const text = compared(words.replace('every other day', 'every 2 days'));
    return isOtherRhythm(step, text) || isOtherInterval(step, text) || isOtherCodedCount(repeat, text);
  });
}

function isOtherCodedCount(repeat: NonNullable<Dosage['timing']>['repeat'], text: string): boolean {
  const { frequency, frequencyMax, period, periodMax, periodUnit = '', dayOfWeek = [] } = repeat ?? {};
  if (frequency === undefined || period !== 1 || periodMax !== undefined || dayOfWeek.length > 0)
    return false;
  return [...text.matchAll(TIMES)].some(
    ([, count, rhythm]) =>
      rhythm === UNITS[periodUnit] &&
      (Number(count) < frequency || Number(count) > (frequencyMax ?? frequency)),
  );
}

/** "Max 8 tablets in 24 hours" in the words beside no more than 4 a day in the parts. */
function isOtherLimit({ maxDosePerPeriod }: Dosage, text: string): boolean {
  const { numerator, denominator } = maxDosePerPeriod ?? {};
  const hours = (denominator?.value ?? 0) * (HOURS[compared(unitOf(denominator) ?? '')] ?? 0);
  const unit = compared(unitOf(numerator) ?? '');
  if (numerator?.value === undefined || hours !== 24 || unit === '') return false;
  const { value } = numerator;
  const said = [...text.matchAll(A_DAY_AT_MOST)].flatMap(([, amount = '']) => amountsOf(amount, unit));
  return said.length > 0 && !said.some((amount) => isSame(amount, value));
}

/** The most in one day, in the spelling of `compared`. */
const A_DAY_AT_MOST =
  /\b(?:max|maximum(?: dose)?|(?:no|not) more than|do not exceed)(?: of| is)? (\d[^\n]{0,30}?) (?:in (?:any )?24 hour|per 24 hour|1xdaily)/g;
