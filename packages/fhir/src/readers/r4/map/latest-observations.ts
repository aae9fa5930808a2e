import type { Caution, NotMeasured } from '@ehch/clinical';
import { comparePartialDates, type PartialDate } from '@ehch/clinical/time';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { completeVital } from '../../../computed/vital.ts';
import type { RecordedText, RecordedVital, VitalParts, VitalSign } from '../../../recorded-view.ts';
import { flatMapInSteps, type Steps } from '../../../steps.ts';
import { VITAL_NAMES } from '../../../vital-names.ts';
import type { Cautions } from '../cautions.ts';
import { isAfterNow } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { bodyPosition, isAfterGettingUp } from './body-position.ts';
import { whyAbsent, whyNoNumber, whyNotAssessed } from './absent-reason.ts';
import { nameIn } from './details.ts';
import { leadingReading, putBehind } from './leading.ts';
import { isFirm, isOwnReading } from './not-in-force.ts';
import { notMeasured, sinceLatest, type Absent } from './not-measured.ts';
import { besideOthers, isRivalOf } from './of-one-time.ts';
import { isLevel, levelsSaid, saysMoreThanLevel } from './consciousness.ts';
import { kindOf } from './kind-of-code.ts';
import { cautionsForObservation, effectiveOf, observed, type Observation } from './observation-kind.ts';
import { plainTextOf, valuedIn, valueWords, type Valued } from './value-words.ts';
import { vitalObservations } from './vital-observations.ts';
import { isPlausible, together, vitalPart } from './vital-parts.ts';

/** The vital signs in the order in which they are shown. */
const SIGNS = 'rr spo2 usualSpo2 oxygen sbp pulse acvpu temp'.split(' ') as readonly VitalSign[];

/** One vital sign in an observation or in one of its components. */
interface Reading {
  readonly sign: VitalSign;
  readonly held: Observation;
  readonly valued: Valued;
  readonly on: PartialDate | null;
}

/**
 * The readings of one sign at one time. The systolic and the diastolic pressure may come in separate records.
 */
interface Taken {
  readonly readings: readonly [Reading, ...Reading[]];
  readonly on: PartialDate | null;
  readonly isLater: boolean;
}

/** The latest vital signs, and those that could not be measured since. */
export interface LatestObservations {
  readonly observations: readonly RecordedVital[];
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * The newest reading of each vital sign, by the time of measurement, and signs that could not be measured
 * since. Older readings that are part of no score are set aside.
 */
export function* latestObservations(record: PatientRecord): Steps<LatestObservations> {
  const vital = vitalObservations(record);
  yield;
  const all = yield* flatMapInSteps(vital, (held) => readingsIn(record, held));
  const found: ReturnType<typeof latestOf>[] = [];
  for (const sign of SIGNS) {
    const taken = takenOf(record, all, sign);
    yield;
    found.push(latestOf(record, sign, taken));
    yield;
  }
  return {
    observations: found.flatMap(({ vital }) => vital ?? []),
    notMeasured: found.flatMap((one) => one.notMeasured),
  };
}

function readingsIn(record: PatientRecord, held: Observation): readonly Reading[] {
  const { value } = held;
  const on = effectiveOf(record, held, cautionsForObservation(held));
  const [own = value, ...components] = valuedIn(value);
  const told = components.length > 0 && !hasOwn(value) ? components : [own, ...components];
  return told.flatMap((valued) => {
    const sign = signOf(kindOf(valued.code));
    return sign === null ? [] : [{ sign, held, valued, on }];
  });
}

/**
 * Whether the observation has a value, or a reason for a missing one. A panel without either is read from its
 * components.
 */
function hasOwn(value: Valued): boolean {
  return whyAbsent(value) !== null || valueWords(value, new Set()) !== null;
}

/** The sign that a kind belongs to. A blood pressure is one sign, whichever of its numbers is present. */
function signOf(kind: ObservationKind | null): VitalSign | null {
  const sign = kind === 'bp' || kind === 'dbp' ? 'sbp' : kind;
  return SIGNS.find((one) => one === sign) ?? null;
}

function takenOf(record: PatientRecord, all: readonly Reading[], sign: VitalSign): readonly Taken[] {
  const ofSign = all.filter((reading) => reading.sign === sign);
  return groupsOf(ofSign)
    .flatMap((readings): readonly Taken[] => {
      const [first, ...rest] = readings;
      if (first === undefined) return [];
      return [{ readings: [first, ...rest], on: first.on, isLater: isAfterNow(first.on, record) }];
    })
    .toSorted(
      (a, b) =>
        Number(a.isLater) - Number(b.isLater) ||
        afterGettingUp(a) - afterGettingUp(b) ||
        comparePartialDates(a.on, b.on),
    );
}

/**
 * The readings of one sign, by time. A systolic and a diastolic number of the same time are one blood
 * pressure; two systolic numbers are two.
 */
function groupsOf(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const byTime = Map.groupBy(readings, ({ sign, held, on }) =>
    sign === 'sbp' && on !== null ? on : held.key,
  );
  return [...byTime.values()].flatMap((group) => {
    const byRecord = Map.groupBy(group, ({ held }) => held.key);
    const kinds = [...byRecord.values()].flatMap((own) => [
      ...new Set(own.map(({ valued }) => kindOf(valued.code))),
    ]);
    return new Set(kinds).size === kinds.length ? [group] : [...byRecord.values()];
  });
}

/** Sorts readings after standing up last, because any other reading counts before them. */
function afterGettingUp({ readings }: Taken): number {
  return Number(readings.some(({ held }) => isAfterGettingUp(held)));
}

function latestOf(record: PatientRecord, sign: VitalSign, taken: readonly Taken[]) {
  const absent: Absent[] = [];
  const made: Made[] = [];
  let hasClear = false;
  for (const one of taken) {
    // Only a reading in doubt lets others stand beside it that came before it.
    if (hasClear && !made.some((other) => areRivals(other.one, one))) {
      const cautions = one.isLater ? (['future-dated'] as const) : [];
      for (const { held } of one.readings) putBehind(record, held, { on: one.on, cautions });
      continue;
    }
    const why = whyNothing(one);
    const vital = why === null ? vitalOf(record, sign, one) : null;
    if (vital !== null) {
      made.push({ one, vital });
      hasClear ||= isClear(vital);
    } else if (why === null) for (const { held } of one.readings) record.refuse(held, 'missing', 'value[x]');
    else {
      const [{ held, valued }] = one.readings;
      absent.push({ held, told: notMeasured(record, held, VITAL_NAMES[sign], why, valued, TOLD) });
    }
  }
  const { lead, beside } = leadingReading(made, ({ vital }) => vital);
  const since = sinceLatest(record, 'news2', absent, lead?.vital);
  if (lead === undefined) return { vital: null, notMeasured: since };
  const others = beside.filter(({ one }) => !isRivalOf(lead.one, one) || areRivals(lead.one, one));
  for (const row of made)
    for (const { held } of row.one.readings)
      if (row === lead || others.includes(row)) record.show(held, 'news2');
      else putBehind(record, held, row.vital);
  return {
    vital: besideOthers(
      lead.vital,
      others.map(({ vital }) => vital),
      (each) => completeVital(each).text,
    ),
    notMeasured: since,
  };
}

/** Readings of one time that have a value. */
interface Made {
  readonly one: Taken;
  readonly vital: RecordedVital;
}

/** Whether nothing puts a reading in doubt, so that what came before it does not count. */
function isClear({ cautions }: RecordedVital): boolean {
  return isFirm(cautions) && isOwnReading(cautions) && !cautions.includes('future-dated');
}

/**
 * Whether two readings are of the same time and position. Lying and standing readings do not contradict each
 * other.
 */
function areRivals(a: Taken, b: Taken): boolean {
  const [first, second] = [a.readings[0].held, b.readings[0].held];
  return isRivalOf(a, b) && whyNothing(b) === null && bodyPosition(first) === bodyPosition(second);
}

/** Every component that is a vital sign is shown as its own sign. */
const TOLD = { component: ({ code }: Valued): boolean => signOf(kindOf(code)) !== null };

/** Signs whose findings are words. "Could not be woken" is a finding, and no reason for a missing one. */
const IN_WORDS: readonly VitalSign[] = ['acvpu', 'oxygen'];

/** Why none of the readings has a value. `null`: at least one has. */
function whyNothing({ readings }: Taken): string | null {
  const reasons = readings.map(({ sign, valued }) =>
    IN_WORDS.includes(sign) ? whyNotAssessed(valued) : whyNoNumber(valued),
  );
  return reasons.every((reason) => reason !== null) ? [...new Set(reasons)].join(', ') : null;
}

function vitalOf(record: PatientRecord, sign: VitalSign, { readings }: Taken): RecordedVital | null {
  const [{ held }] = readings;
  const cautions = cautionsForObservation(held);
  for (const other of readings) if (other.held !== held) cautions.leaveFrom(other.held);
  const parts = together(
    readings.map(({ valued }) => vitalPart(valued, cautions)),
    cautions,
  );
  const isRead = sign in parts || parts.dbp !== undefined;
  const absent = absentIn(readings, parts);
  const said = isRead ? null : saidOf(readings, absent, cautions);
  if (!isRead && said === null) return null;
  if (!isPlausible(parts)) cautions.add('implausible');
  const told = new Set(readings.map(({ valued }) => valued));
  const recorded = observed(record, held, cautions, {
    // The saturation of the observation stands in its own row, and not beside the oxygen of its component.
    value:
      (told.has(held.value) ? said !== null || !isMoreThanSign(held.value) : sign === 'oxygen') ||
      !hasOwn(held.value),
    component: (part) => TOLD.component(part) && !(kindOf(part.code) === sign && isMoreThanSign(part)),
    position: true,
  });
  const position = bodyPosition(held);
  const vital = { ...recorded, sign, parts, said, absent };
  return position === null ? vital : { ...vital, position };
}

/** Whether the value adds to its sign: how much oxygen, and how it is given, or more than a level of consciousness. */
function isMoreThanSign(value: Valued): boolean {
  const kind = kindOf(value.code);
  if (kind === 'acvpu') return saysMoreThanLevel(value);
  const words = kind === 'oxygen' ? valueWords(value, new Set()) : null;
  return (
    words !== null &&
    !/^(yes|no|((patient|breathing|on|room) )*(air|oxygen)( \(finding\))?)$/i.test(plainTextOf(words))
  );
}

/**
 * The reading in words, where its value cannot be part of a score: "<85 %", "12 kPa". Somebody wrote it, so
 * it is shown.
 */
function saidOf(
  readings: readonly Reading[],
  absent: RecordedVital['absent'],
  cautions: Cautions,
): RecordedText | null {
  // A level of consciousness has words for its codes.
  const told = readings.filter(
    ({ sign, valued }) => valueWords(valued, sign === 'acvpu' ? new Set() : cautions) !== null,
  );
  const [first] = told;
  if (first === undefined) return cautions.has('contradicts-itself') ? titleAlone(readings, cautions) : null;
  if (cautions.has('contradicts-itself')) return textsOf(told, cautions).join(', and also ');
  const { valueQuantity } = first.valued;
  const isOther = valueQuantity?.value !== undefined && valueQuantity.comparator === undefined;
  // No litre and 21 % are no unknown units. They leave open whether there is any oxygen.
  if (isOther && first.sign !== 'oxygen' && !cautions.has('unit-conflict')) cautions.add('other-unit');
  // "> 120 mmHg" alone would pass for the systolic pressure.
  if (HALVES.some(([number]) => number === kindOf(first.valued.code)))
    return HALVES.flatMap(([number, name]) =>
      absent[number] === undefined ? [] : [`${name} ${absent[number]}`],
    ).join(', ');
  const { code } = first.valued;
  const isLevelAsked = first.sign === 'acvpu' && !isLevel(code);
  const said =
    (isLevelAsked ? levelsSaid(first.valued, cautions) : null) ?? valueWords(first.valued, cautions);
  // "Room air: no" is shown, because "no" alone says nothing.
  const title = kindOf(code) === 'oxygen' || isLevel(code) ? nameIn(code, cautions) : null;
  if (title === null || said === null) return said;
  return [`${title}: `, ...(typeof said === 'string' ? [said] : said)];
}

/** A finding without a value, whose code and title disagree: "on 2 L oxygen" with the code for room air. */
function titleAlone([reading]: readonly Reading[], cautions: Cautions): RecordedText | null {
  return nameIn(reading?.valued.code, cautions);
}

function textsOf(readings: readonly Reading[], cautions = new Set<Caution>()): readonly string[] {
  const said = readings.flatMap(({ sign, valued }) => {
    const levels = sign === 'acvpu' ? levelsSaid(valued, cautions) : null;
    const text = levels ?? valueWords(valued, new Set());
    return text === null ? [] : [plainTextOf(text)];
  });
  return [...new Set(said)];
}

const HALVES = [
  ['sbp', 'upper number'],
  ['dbp', 'lower number'],
] as const;

/**
 * Why the systolic or the diastolic number is missing: the record gives a reason, or it has two numbers, or
 * the number is only a limit. "> 240 mmHg" was recorded, although it gives no number.
 */
function absentIn(readings: readonly Reading[], parts: VitalParts): RecordedVital['absent'] {
  const numbers = HALVES.flatMap(([number]) => {
    const own = readings.filter(({ valued }) => kindOf(valued.code) === number);
    const why = own.map(({ valued }) => whyAbsent(valued)).find((reason) => reason !== null);
    const texts = textsOf(own);
    const unread =
      number in parts || texts.length === 0 ? undefined : `recorded as ${texts.join(' and as ')}`;
    const said = why ?? unread;
    return said === undefined ? [] : [[number, said] as const];
  });
  return Object.fromEntries(numbers);
}
