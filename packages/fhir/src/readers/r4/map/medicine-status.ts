import type { MedicineStatus } from '@ehch/clinical';
import { addDays, civilDayOf, spanOf, type PartialDate } from '@ehch/clinical/time';
import { byCode } from '../../../by-code.ts';
import { periodUnit, unitOf } from '../../../amount-words.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { compared } from '../../../said-already.ts';
import type { Cautions } from '../cautions.ts';
import type { Dosage } from '../dosage.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';

type StatementStatus = NonNullable<Held<'MedicationStatement'>['value']['status']>;
type RequestStatus = NonNullable<Held<'MedicationRequest'>['value']['status']>;

/** R4 medication-statement-status, as the list of medicines shows it. */
export const STATEMENT: { readonly [S in StatementStatus]: MedicineStatus } = {
  active: 'in-use',
  // R4: "The medication is no longer being taken."
  completed: 'stopped',
  'entered-in-error': 'not-stated',
  intended: 'intended',
  stopped: 'stopped',
  'on-hold': 'on-hold',
  unknown: 'not-stated',
  'not-taken': 'stopped',
};

/** R4 medicationrequest-status, as the list of medicines shows it. */
export const REQUEST: { readonly [S in RequestStatus]: MedicineStatus } = {
  active: 'in-use',
  'on-hold': 'on-hold',
  cancelled: 'stopped',
  // R4: "All actions that are implied by the prescription have occurred." The resident may still take the
  // medicine.
  completed: 'completed',
  'entered-in-error': 'not-stated',
  stopped: 'stopped',
  draft: 'intended',
  unknown: 'not-stated',
};

/** The start and end of a course, from the record or its dosage. */
export interface Course {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
}

/**
 * The dates that limit a course: those of the record, else those of its dosage. The course begins with its
 * first step, and ends only where every step has an end.
 */
export function courseOf(
  own: { readonly start: readonly (string | undefined)[]; readonly end?: string | undefined },
  dosage: readonly Dosage[] = [],
  cautions: Cautions,
): Course {
  const bounds = dosage.map(({ timing }) => timing?.repeat?.boundsPeriod);
  const starts = bounds.map((period) => readDate(period?.start, cautions));
  const ends = bounds.map((period) => readDate(period?.end, cautions));
  return {
    start:
      firstDate(own.start, cautions) ?? (starts.includes(null) ? null : (starts.toSorted(byDay)[0] ?? null)),
    end: readDate(own.end, cautions) ?? (ends.includes(null) ? null : (ends.toSorted(byDay).at(-1) ?? null)),
  };
}

/** The status today. A medicine called active is in use only between its start and its end. */
export function statusToday(
  stated: MedicineStatus,
  { start, end }: Course,
  record: PatientRecord,
): MedicineStatus {
  if (stated !== 'in-use' && stated !== 'not-stated') return stated;
  if (isPast(end, record)) return 'past-its-end';
  return isAfterNow(start, record) ? 'intended' : stated;
}

/**
 * [P] Whether the last day of a course is over. Its end may be midnight of that day, and no dose of the day is
 * left out.
 */
function isPast(end: PartialDate | null, { today }: PatientRecord): boolean {
  const span = spanOf(end);
  return span !== null && span.to < today;
}

/** The most days in each unit, because a course is never shown as over too early. */
const DAYS = byCode<number>({ minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, month: 31, year: 366 });

/**
 * The last possible day of a course, by the longest reading: so many days after its start, or the last of its
 * named days. `null`: a step has no such end, or the start is no day.
 */
export function reckonedEnd(start: PartialDate | null, dosage: readonly Dosage[] = []): PartialDate | null {
  const named = dosage.map(lastNamedDay);
  if (named.length > 0 && !named.includes(null)) return named.toSorted(byDay).at(-1) ?? null;
  const day = civilDayOf(start);
  const lengths = dosage.map(daysOf);
  if (day === null || lengths.length === 0) return null;
  const total = lengths.reduce<number | null>(
    (sum, days) => (sum === null || days === null ? null : sum + days),
    0,
  );
  return total === null ? null : addDays(day, Math.ceil(total));
}

/** The most days that a step can last. */
function daysOf(step: Dosage): number | null {
  const { boundsDuration, boundsRange, boundsPeriod } = step.timing?.repeat ?? {};
  const longest = boundsDuration ?? boundsRange?.high;
  if (longest === undefined && boundsPeriod === undefined) return daysCounted(step) ?? daysInWords(step);
  const unit = periodUnit(longest?.code) ?? periodUnit(unitOf(longest));
  const days = unit === null ? undefined : DAYS[unit];
  return longest?.value === undefined || days === undefined ? null : longest.value * days;
}

/** "Once only" ends on its day; so many times in all end after as many days as they need. */
function daysCounted({ timing, asNeededBoolean, asNeededCodeableConcept }: Dosage): number | null {
  const {
    count,
    countMax = count,
    frequency = 1,
    period,
    periodMax = period,
    periodUnit: code,
  } = timing?.repeat ?? {};
  // Nobody knows when somebody will need the last one.
  if (countMax === undefined || asNeededBoolean === true || asNeededCodeableConcept !== undefined)
    return null;
  if (countMax === 1) return 1;
  const days = DAYS[periodUnit(code) ?? ''];
  if (days === undefined || periodMax === undefined || frequency < 1) return null;
  return Math.ceil(countMax / frequency) * periodMax * days;
}

/**
 * [P] "One daily for 7 days", where nothing follows: "for 7 days, then one weekly" goes on, and "for 7 days each
 * month" comes again.
 */
function daysInWords({ text, patientInstruction, additionalInstruction }: Dosage): number | null {
  if (patientInstruction !== undefined || additionalInstruction !== undefined) return null;
  const [, count, unit = ''] = FOR_DAYS.exec(compared(inFull(text ?? ''))) ?? [];
  const days = DAYS[unit];
  const isOfDose = unit === 'hour' && (!HOW_OFTEN.test(text ?? '') || AT_EACH_DOSE.test(text ?? ''));
  if (count === undefined || days === undefined || isOfDose || AGAIN.test(text ?? '')) return null;
  return Number(count) * days;
}

const FOR_DAYS =
  /^[^\n]*\b(?:(?:for|x) (?:up to )?|(?=\d+ (?:day|week|month) only))(\d+) (?:more )?(day|week|month|hour)(?: only)?[. ]*$/;

/** [P] Hours are a course where the words say how often a dose is given, and nothing that lasts for hours at each. */
const HOW_OFTEN = /\b(?:every|each|hourly|daily|twice|times|[bt]d|[bt]ds|od|qds)\b/i;
const AT_EACH_DOSE =
  /\b(?:patch\w*|plasters?|wear|worn|leave|left|keep|kept|apply|applied|remove\w*|feed\w*|pump|infus\w*|run|oxygen|nebuli\w*|over|via|avoid|without|no|not|wait|lasts?|before|after|upright|sit|stand\w*|stay\w*|remain\w*|l(?:ie|ying)|rest|fast\w*)\b/i;

/** Prescribers here write "5/7" for five days, "2/52" for two weeks and "1/12" for one month. */
function inFull(text: string): string {
  const units: Readonly<Record<string, string>> = { '7': 'days', '52': 'weeks', '12': 'months' };
  return text
    .replaceAll(/\b(\d+)\s*(?:h|hrs?)\b/gi, '$1 hours')
    .replaceAll(
      /\b(\d+)\s*\/\s*(7|52|12)\b(?!\/)/g,
      (_, count: string, of: string) => `${count} ${units[of]}`,
    );
}

const AGAIN =
  /\b(?:then|repeat\w*|again|long.term|every \d+ (?:weeks?|months?)|(?:each|every|a|per) month|not for|at least|need\w*|prn|requir\w*|if)\b/i;

/**
 * The last day of a step that names its days. R4 Timing.event: the step is given on these days and on no
 * others.
 */
function lastNamedDay({ timing }: Dosage): PartialDate | null {
  if (timing?.repeat !== undefined) return null;
  const events = (timing?.event ?? []).map((event) => readDate(event, new Set()));
  return events.includes(null) ? null : (events.toSorted(byDay).at(-1) ?? null);
}

function byDay(a: PartialDate | null, b: PartialDate | null): number {
  const [first, second] = [spanOf(a)?.from ?? '', spanOf(b)?.from ?? ''];
  return first < second ? -1 : Number(first > second);
}
