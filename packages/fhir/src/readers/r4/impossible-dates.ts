import type { MoreInRecord } from '@ehch/clinical';
import { isSurelyOlder, precisionOf, spanOf, type PartialDate } from '@ehch/clinical/time';
import { dayAsRead } from '../../dates.ts';
import { isObject, textAt, type JsonObject } from '../../entry.ts';

/** R4 elements that hold a date, by their names. A value may be any date, and so may one in an answer. */
const DATED =
  /^(?:date|dateTime|dateAsserted|start|end|sent|received|issued|recorded|created|creation|authored|authoredOn|event|time|onset|lastOccurrence|lastModified|(?!birth|deceased|value)\w+(?:Date|DateTime|Instant))$/;

/** What may be older than the resident: other people, names and numbers of things, the answers of a form. */
const OLDER =
  /^(?:contained|extension|modifierExtension|identifier|groupIdentifier|masterIdentifier|telecom|name|address|communication|qualification|meta|text|item|scopingOrganization)$|^value/;

/** The resident's birth, for comparison with other dates. `null`: not known, or itself in the future. */
export function birthOf(patient: JsonObject | null, today: string): PartialDate | null {
  const born = textAt(patient, 'birthDate');
  const span = spanOf(born);
  return span === null || span.from > today ? null : born;
}

/** Whether a record has a date that is surely before the birth: a slip, or a date that stands for none. */
export function isBeforeBirth(raw: JsonObject, born: PartialDate | null): boolean {
  return born !== null && holdsOlder(raw, born);
}

/** Elements that end a statement. */
const ENDS = /^(?:end|abatementDateTime)$/;

/**
 * The record without ends that are surely before the birth. Nothing can have ended then: a computer writes
 * "0001-01-01" where it has no date. They stay in sight in "more in the record".
 */
export function withoutOlderEnds(raw: JsonObject, born: PartialDate | null) {
  const more: MoreInRecord[] = [];
  const within = (value: JsonObject, before: PartialDate): JsonObject =>
    Object.fromEntries(
      Object.entries(value).flatMap(([key, field]): (readonly [string, unknown])[] => {
        if (OLDER.test(key)) return [[key, field]];
        if (ENDS.test(key) && typeof field === 'string' && isOlder(field, before)) {
          more.push({ name: 'end, before the birth', text: dayAsRead(field) });
          return [];
        }
        if (Array.isArray(field))
          return [[key, field.map((one: unknown) => (isObject(one) ? within(one, before) : one))]];
        return [[key, isObject(field) ? within(field, before) : field]];
      }),
    );
  return { raw: born === null ? raw : within(raw, born), more };
}

/** A beginning and an end that belong together. */
const SPANS = [
  ['start', 'end'],
  ['onsetDateTime', 'abatementDateTime'],
] as const;

/** What nobody can do before something else. The clocks of two computers differ, so only the days count. */
const IN_ORDER = [
  ['onsetDateTime', 'recordedDate'],
  ['occurrenceDateTime', 'recorded'],
  ['sent', 'received'],
  ['authoredOn', 'lastModified'],
] as const;

/** Whether something in the record ends before it begins, or was written down or received before it happened. */
export function endsBeforeItBegins(value: JsonObject): boolean {
  const isTurned =
    SPANS.some(([start, end]) => {
      const [from, to] = [textAt(value, start), textAt(value, end)];
      return from !== null && to !== null && isOlder(to, from);
    }) ||
    IN_ORDER.some(([first, second]) => {
      const [from, to] = [spanOf(textAt(value, first)), spanOf(textAt(value, second))];
      return from !== null && to !== null && to.to < from.from;
    });
  const within = Object.entries(value).flatMap(([key, field]) =>
    OLDER.test(key) ? [] : Array.isArray(field) ? (field as readonly unknown[]) : [field],
  );
  return isTurned || within.some((one) => isObject(one) && endsBeforeItBegins(one));
}

function isOlder(text: string, born: PartialDate): boolean {
  return precisionOf(text) !== null && isSurelyOlder(text, born);
}

function holdsOlder(value: JsonObject, born: PartialDate): boolean {
  return Object.entries(value).some(([key, field]) => {
    if (OLDER.test(key)) return false;
    return (Array.isArray(field) ? field : [field]).some((one: unknown) =>
      isObject(one)
        ? holdsOlder(one, born)
        : typeof one === 'string' && DATED.test(key) && isOlder(one, born),
    );
  });
}

/** R4 elements that state a time by the age of the resident. */
const AGES = ['onsetAge', 'onsetRange', 'abatementAge', 'abatementRange'] as const;

/** UCUM and plain words for a year. */
const A_YEAR = /^(?:a|y|yr|yrs|years?(?: old)?)$/i;

/** Whether a record states an age that the resident cannot have had, or two the wrong way round. */
export function isOfNoAge(raw: JsonObject, born: PartialDate | null, today: string): boolean {
  const span = spanOf(born);
  const oldest = span === null ? null : Number(today.slice(0, 4)) - Number(span.from.slice(0, 4));
  return AGES.some((name) => {
    const stated = raw[name];
    if (!isObject(stated)) return false;
    const ends = isObject(stated['low']) || isObject(stated['high']) ? ['low', 'high'] : [];
    const ages = ends.length === 0 ? [stated] : ends.map((end) => stated[end]);
    const [low, high] = ages.map(valueOf);
    const isTurned = typeof low === 'number' && typeof high === 'number' && low > high;
    return isTurned || ages.some((age) => isImpossible(age, oldest));
  });
}

function isImpossible(age: unknown, oldest: number | null): boolean {
  const value = valueOf(age);
  if (value === null) return false;
  const unit = textAt(age, 'unit') ?? textAt(age, 'code') ?? '';
  return value < 0 || (oldest !== null && A_YEAR.test(unit.trim()) && value > oldest);
}

function valueOf(age: unknown): number | null {
  const value = isObject(age) ? age['value'] : null;
  return typeof value === 'number' ? value : null;
}
