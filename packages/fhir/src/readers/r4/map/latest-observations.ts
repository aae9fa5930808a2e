import type { NotMeasured } from '@ehch/clinical';
import { comparePartialDates, type PartialDate } from '@ehch/clinical/time';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { completeVital } from '../../../computed/vital.ts';
import type { RecordedText, RecordedVital, VitalParts, VitalSign } from '../../../recorded-view.ts';
import { VITAL_NAMES } from '../../../vital-names.ts';
import type { Cautions } from '../cautions.ts';
import { isAfterNow } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { bodyPosition, isAfterGettingUp } from './body-position.ts';
import { whyAbsent, whyNoNumber, whyNotAssessed } from './absent-reason.ts';
import { nameIn } from './details.ts';
import { notMeasured, sinceLatest } from './not-measured.ts';
import { besideOthers, isRivalOf } from './of-one-time.ts';
import { kindOf } from './kind-of-code.ts';
import { cautionsForObservation, effectiveOf, observed, type Observation } from './observation-kind.ts';
import { plainTextOf, valuedIn, valueWords, type Valued } from './value-words.ts';
import { vitalObservations } from './vital-observations.ts';
import { isPlausible, together, vitalPart } from './vital-parts.ts';

/** In the order in which they are read. */
const SIGNS = 'rr spo2 usualSpo2 oxygen sbp pulse acvpu temp'.split(' ') as readonly VitalSign[];

/** What one observation, or one of its components, says of one sign. */
interface Reading {
  readonly sign: VitalSign;
  readonly held: Observation;
  readonly valued: Valued;
  readonly on: PartialDate | null;
}

/** The readings of one sign at one time: of a blood pressure the upper and the lower number may come apart. */
interface Taken {
  readonly readings: readonly [Reading, ...Reading[]];
  readonly on: PartialDate | null;
  readonly isLater: boolean;
}

export interface LatestObservations {
  readonly observations: readonly RecordedVital[];
  readonly notMeasured: readonly NotMeasured[];
}

/**
 * The newest reading of each vital sign, by when it was measured, and what was not measured since. Older readings that feed no
 * score step back.
 */
export function latestObservations(record: PatientRecord): LatestObservations {
  const all = vitalObservations(record).flatMap((held) => readingsIn(held));
  const found = SIGNS.map((sign) => latestOf(record, sign, takenOf(record, all, sign)));
  return {
    observations: found.flatMap(({ vital }) => vital ?? []),
    notMeasured: found.flatMap((one) => one.notMeasured),
  };
}

function readingsIn(held: Observation): readonly Reading[] {
  const { value } = held;
  const on = effectiveOf(held, cautionsForObservation(held));
  const [own = value, ...components] = valuedIn(value);
  const told = components.length > 0 && !hasOwn(value) ? components : [own, ...components];
  return told.flatMap((valued) => {
    const sign = signOf(kindOf(valued.code));
    return sign === null ? [] : [{ sign, held, valued, on }];
  });
}

/** A panel that has nothing to say itself is told by its parts. */
function hasOwn(value: Valued): boolean {
  return whyAbsent(value) !== null || valueWords(value, new Set()) !== null;
}

/** A blood pressure is one sign, whichever of its numbers is there. */
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

/** An upper and a lower number of one time are one blood pressure; two upper ones are two. */
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

/** Last: where there is another one, it is the one that counts. */
function afterGettingUp({ readings }: Taken): number {
  return Number(readings.some(({ held }) => isAfterGettingUp(held)));
}

function latestOf(record: PatientRecord, sign: VitalSign, taken: readonly Taken[]) {
  const absent = [];
  for (const [place, one] of taken.entries()) {
    const why = whyNothing(one);
    const vital = why === null ? vitalOf(record, sign, one) : null;
    if (vital !== null) {
      const older = taken.slice(place + 1);
      const rivals = older.filter((other) => areRivals(one, other));
      for (const { readings } of older.filter((other) => !rivals.includes(other)))
        for (const { held } of readings) record.setAside(held, 'newer-shown');
      const others = rivals.flatMap((other) => vitalOf(record, sign, other) ?? []);
      return {
        vital: besideOthers(vital, others, (each) => completeVital(each).text),
        notMeasured: sinceLatest(record, 'news2', absent, vital),
      };
    }
    if (why === null) {
      for (const { held } of one.readings) record.refuse(held, 'missing', 'value[x]');
      continue;
    }
    const [{ held, valued }] = one.readings;
    absent.push({ held, told: notMeasured(record, held, VITAL_NAMES[sign], why, valued, TOLD) });
  }
  return { vital: null, notMeasured: sinceLatest(record, 'news2', absent, undefined) };
}

/** Two readings of one time and position. Lying and standing are no contradiction. */
function areRivals(a: Taken, b: Taken): boolean {
  const [first, second] = [a.readings[0].held, b.readings[0].held];
  return isRivalOf(a, b) && whyNothing(b) === null && bodyPosition(first) === bodyPosition(second);
}

/** Each component that is a vital sign is told by its own sign. */
const TOLD = { component: ({ code }: Valued): boolean => signOf(kindOf(code)) !== null };

/** The signs that are findings in words: "could not be woken" is one, and no reason why there is none. */
const IN_WORDS: readonly VitalSign[] = ['acvpu', 'oxygen'];

/** Why none of the readings has a value; `null` where one has. */
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
  for (const reading of readings) record.show(reading.held, 'news2');
  const told = new Set(readings.map(({ valued }) => valued));
  const recorded = observed(record, held, cautions, {
    value: (told.has(held.value) && !isBesideOxygen(held.value, said)) || !hasOwn(held.value),
    component: TOLD.component,
    position: true,
  });
  const position = bodyPosition(held);
  const vital = { ...recorded, sign, parts, said, absent };
  return position === null ? vital : { ...vital, position };
}

/** How much oxygen, and how it is given, stands in the value of an observation whose part is "on oxygen". */
function isBesideOxygen(value: Valued, said: RecordedText | null): boolean {
  if (kindOf(value.code) !== 'oxygen' || said !== null) return false;
  const words = valueWords(value, new Set());
  return (
    words !== null &&
    !/^(yes|no|((patient|breathing|on|room) )*(air|oxygen)( \(finding\))?)$/i.test(plainTextOf(words))
  );
}

/** A value that makes no part of a score is still what somebody wrote: "<85 %", "12 kPa". */
function saidOf(
  readings: readonly Reading[],
  absent: RecordedVital['absent'],
  cautions: Cautions,
): RecordedText | null {
  const told = readings.filter(({ valued }) => valueWords(valued, cautions) !== null);
  const [first] = told;
  if (first === undefined) return cautions.has('contradicts-itself') ? titleAlone(readings, cautions) : null;
  if (cautions.has('contradicts-itself')) return textsOf(told).join(', and also ');
  const { valueQuantity } = first.valued;
  const isOther = valueQuantity?.value !== undefined && valueQuantity.comparator === undefined;
  if (isOther && !cautions.has('unit-conflict')) cautions.add('other-unit');
  // "> 120 mmHg" alone would pass for the upper number.
  if (HALVES.some(([number]) => number === kindOf(first.valued.code)))
    return HALVES.flatMap(([number, name]) =>
      absent[number] === undefined ? [] : [`${name} ${absent[number]}`],
    ).join(', ');
  const said = valueWords(first.valued, cautions);
  // "Room air: no", and not "no" alone.
  const title = kindOf(first.valued.code) === 'oxygen' ? nameIn(first.valued.code, cautions) : null;
  if (title === null || said === null) return said;
  return [`${title}: `, ...(typeof said === 'string' ? [said] : said)];
}

/** A finding that its code and its title tell in two ways, without a value: "on 2 L oxygen" on the code of room air. */
function titleAlone([reading]: readonly Reading[], cautions: Cautions): RecordedText | null {
  return nameIn(reading?.valued.code, cautions);
}

function textsOf(readings: readonly Reading[]): readonly string[] {
  const said = readings.flatMap(({ valued }) => {
    const text = valueWords(valued, new Set());
    return text === null ? [] : [plainTextOf(text)];
  });
  return [...new Set(said)];
}

const HALVES = [
  ['sbp', 'upper number'],
  ['dbp', 'lower number'],
] as const;

/**
 * Why the upper or the lower number of a blood pressure is not there: it has a reason, it came twice, or it is no number alone:
 * "> 240 mmHg" was recorded, whatever cannot be made of it.
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
