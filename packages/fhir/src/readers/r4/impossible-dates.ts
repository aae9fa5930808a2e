import type { MoreInRecord } from '@ehch/clinical';
import { addDays, isSurelyOlder, precisionOf, spanOf, type PartialDate } from '@ehch/clinical/time';
import { dayAsRead } from '../../dates.ts';
import { isObject, textAt, type JsonObject } from '../../entry.ts';

/** R4 elements that hold a date, by their names. A value may be any date, and so may one in an answer. */
const DATED =
  /^(?:date|dateTime|dateAsserted|start|end|sent|received|issued|recorded|created|creation|authored|authoredOn|event|time|onset|lastOccurrence|lastModified|(?!birth|deceased|value)\w+(?:Date|DateTime|Instant))$/;

/** What no end is looked for in: other records, the answers of a form, words. */
const NO_ENDS = /^(?:contained|extension|modifierExtension|meta|text|item)$|^value/;

/** What may be older than the resident: the same, other people, names and numbers of things. */
const OLDER = new RegExp(
  `${NO_ENDS.source}|^(?:identifier|groupIdentifier|masterIdentifier|telecom|name|address|communication|qualification|scopingOrganization)$`,
);

/** The resident's birth and death, for comparison with other dates. */
export function lifeOf(patient: JsonObject | null, today: string) {
  return { born: birthOf(patient, today), died: deathOf(patient, today) };
}

/** `null`: not known, or itself in the future. */
function birthOf(patient: JsonObject | null, today: string): PartialDate | null {
  const born = textAt(patient, 'birthDate');
  const span = spanOf(born);
  return span === null || span.from > today ? null : born;
}

/** Whether a record has a date that is surely before the birth: a slip, or a date that stands for none. */
export function isBeforeBirth(raw: JsonObject, born: PartialDate | null): boolean {
  return born !== null && holdsOlder(raw, born);
}

/** The recorded day of death. `null`: none, one in the future, or one beside the statement that the person lives. */
function deathOf(patient: JsonObject | null, today: string): PartialDate | null {
  const died = textAt(patient, 'deceasedDateTime');
  const span = spanOf(died);
  return span === null || span.from > today || patient?.['deceasedBoolean'] === false ? null : died;
}

/** Where each type says when something happened to the resident. What others write or do may follow a death. */
const LIVED: Readonly<Record<string, readonly string[]>> = {
  Observation: ['effectiveDateTime', 'effectiveInstant', 'effectivePeriod'],
  MedicationStatement: ['effectiveDateTime', 'effectivePeriod'],
  MedicationRequest: ['authoredOn'],
  Immunization: ['occurrenceDateTime'],
  Procedure: ['performedDateTime', 'performedPeriod'],
  Condition: ['onsetDateTime', 'onsetPeriod'],
  AllergyIntolerance: ['onsetDateTime', 'onsetPeriod', 'lastOccurrence'],
};

/** Whether something happened to the resident on a day after the recorded death. */
export function isAfterDeath(raw: JsonObject, died: PartialDate | null): boolean {
  if (died === null) return false;
  return (LIVED[textAt(raw, 'resourceType') ?? ''] ?? []).some((name) => {
    const day = textAt(raw, name) ?? textAt(raw[name], 'start');
    return day !== null && isADayBefore(died, day);
  });
}

/** A record without the ends that cannot be, and what is to be said of them. */
interface WithoutEnds {
  readonly raw: JsonObject;
  readonly more: readonly MoreInRecord[];
  /** Something ended before it began. */
  readonly isTurned: boolean;
  /** Something ended before the birth. */
  readonly isTooOld: boolean;
}

/**
 * The record without ends that are surely before the birth, or before their own beginning. Nothing can have ended
 * then: a computer writes "0001-01-01" where it has no date. They stay in sight in "more in the record".
 */
export function withoutImpossibleEnds(raw: JsonObject, born: PartialDate | null): WithoutEnds {
  const ends = endsIn(raw, raw['resourceType'] === 'Patient');
  const before = ends.filter(({ text }) => isSurelyOlder(text, born));
  const turned = ends.filter(
    (end) =>
      !before.includes(end) && end.begun.some((begun) => begun !== null && isClearlyBefore(end.text, begun)),
  );
  const gone = [...before, ...turned];
  // Almost no record has such an end, and then none is copied.
  if (gone.length === 0) return { raw, more: [], isTurned: false, isTooOld: false };
  const more = gone.map((end) => ({
    name: before.includes(end) ? 'end, before the birth' : 'end, before its beginning',
    text: dayAsRead(end.text),
  }));
  return {
    raw: without(raw, new Map(gone.map(({ of, key }) => [of, key]))),
    // Of several ends on one day, one says it.
    more: [...new Map(more.map((one) => [`${one.name} ${one.text}`, one])).values()],
    isTurned: turned.length > 0,
    isTooOld: before.length > 0,
  };
}

/** An end of a statement, and when that began, and its own period. */
interface End {
  readonly of: JsonObject;
  readonly key: string;
  readonly text: string;
  readonly begun: readonly (string | null)[];
}

/** @param onset when that began whose end stands in a period of its own */
function endsIn(value: JsonObject, isPatient: boolean, onset: string | null = null): readonly End[] {
  return Object.entries(value).flatMap(([key, field]): readonly End[] => {
    // A mother may have had another name before her child was born.
    if (NO_ENDS.test(key) || (key === 'name' && !isPatient)) return [];
    if (typeof field === 'string') {
      if (key === 'end') return [{ of: value, key, text: field, begun: [textAt(value, 'start'), onset] }];
      return key === 'abatementDateTime' ? [{ of: value, key, text: field, begun: [onsetIn(value)] }] : [];
    }
    const own = key === 'abatementPeriod' ? onsetIn(value) : null;
    return (Array.isArray(field) ? field : [field]).flatMap((one: unknown) =>
      isObject(one) ? endsIn(one, isPatient, own) : [],
    );
  });
}

function onsetIn(value: JsonObject): string | null {
  return textAt(value, 'onsetDateTime') ?? textAt(value['onsetPeriod'], 'start');
}

function without(value: JsonObject, gone: ReadonlyMap<JsonObject, string>): JsonObject {
  const kept = (one: unknown) => (isObject(one) ? without(one, gone) : one);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => gone.get(value) !== key)
      .map(([key, field]) => [key, Array.isArray(field) ? field.map(kept) : kept(field)]),
  );
}

/** What nobody can do before something else. The clocks of two computers differ, so only the days count. */
const IN_ORDER = [
  ['onsetDateTime', 'recordedDate'],
  ['onsetDateTime', 'lastOccurrence'],
  ['effectiveDateTime', 'issued'],
  ['occurrenceDateTime', 'recorded'],
  ['sent', 'received'],
  ['authoredOn', 'lastModified'],
] as const;

/** Whether something was written down or received on a day before it happened. */
export function isOutOfOrder(raw: JsonObject): boolean {
  return IN_ORDER.some(([first, second]) => {
    const [from, to] = [textAt(raw, first), textAt(raw, second)];
    return from !== null && to !== null && isADayBefore(to, from);
  });
}

/** Whether one date is before another. A day of another country may be the day before or after it here. */
function isClearlyBefore(date: string, other: string): boolean {
  const ofMoments = [date, other].map(precisionOf).filter((precision) => precision === 'moment').length;
  return ofMoments === 1 ? isADayBefore(date, other) : isSurelyOlder(date, other);
}

/** The same by whole days: a moment counts with a day to spare, because of clocks and of other countries. */
function isADayBefore(date: string, other: string): boolean {
  const [span, later] = [spanOf(date), spanOf(other)];
  if (span === null || later === null) return false;
  const isMoment = precisionOf(date) === 'moment' || precisionOf(other) === 'moment';
  return (isMoment ? addDays(span.to, 1) : span.to) < later.from;
}

function holdsOlder(value: JsonObject, born: PartialDate): boolean {
  return Object.entries(value).some(([key, field]) => {
    if (OLDER.test(key)) return false;
    return (Array.isArray(field) ? field : [field]).some((one: unknown) =>
      isObject(one)
        ? holdsOlder(one, born)
        : typeof one === 'string' && DATED.test(key) && isSurelyOlder(one, born),
    );
  });
}

/** UCUM and plain words for the units of an age, each with the share of a year. */
const SHARE_OF_YEAR: readonly (readonly [unit: RegExp, share: number])[] = [
  [/^(?:a|y|yr|yrs|years?(?: old)?)$/i, 1],
  [/^(?:mo|mths?|months?(?: old)?)$/i, 1 / 12],
  [/^(?:wk|wks|weeks?(?: old)?)$/i, 7 / 365],
  [/^(?:d|days?(?: old)?)$/i, 1 / 365],
];

/** Whether a record states an age that the resident cannot have had, or two the wrong way round. */
export function isOfNoAge(raw: JsonObject, born: PartialDate | null, today: string): boolean {
  const span = spanOf(born);
  const oldest = span === null ? null : Number(today.slice(0, 4)) - Number(span.from.slice(0, 4));
  const stated = [
    [raw['onsetAge'], raw['abatementAge']],
    [raw['performedAge']],
    ...['onsetRange', 'abatementRange', 'performedRange'].map((name) => {
      const range = raw[name];
      return isObject(range) ? [range['low'], range['high']] : [];
    }),
  ];
  return stated.some(
    ([low, high]) => isTurned(low, high) || [low, high].some((age) => isImpossible(age, oldest)),
  );
}

/** Six months to two years is in order, so two numbers of other units are compared in years, or not at all. */
function isTurned(low: unknown, high: unknown): boolean {
  const [from, to] = [valueOf(low), valueOf(high)];
  const units = new Set([low, high].map(unitIn).filter((unit) => unit !== ''));
  if (units.size < 2) return from !== null && to !== null && from > to;
  const [first, second] = [yearsIn(low), yearsIn(high)];
  return first !== null && second !== null && Math.floor(first) > Math.ceil(second);
}

function isImpossible(age: unknown, oldest: number | null): boolean {
  const [value, years] = [valueOf(age), yearsIn(age)];
  return (value !== null && value < 0) || (oldest !== null && years !== null && Math.floor(years) > oldest);
}

function unitIn(age: unknown): string {
  return (textAt(age, 'unit') ?? textAt(age, 'code') ?? '').trim();
}

/** An age in years. `null`: its unit is not known. */
function yearsIn(age: unknown): number | null {
  const [value, unit] = [valueOf(age), unitIn(age)];
  const [, share] = SHARE_OF_YEAR.find(([pattern]) => pattern.test(unit)) ?? [];
  return value === null || share === undefined ? null : value * share;
}

function valueOf(age: unknown): number | null {
  const value = isObject(age) ? age['value'] : null;
  return typeof value === 'number' ? value : null;
}
