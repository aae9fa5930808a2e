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

/** Elements that end a statement, each with the one that begins it. */
const BEGINNING_OF: Readonly<Record<string, string>> = {
  end: 'start',
  abatementDateTime: 'onsetDateTime',
};

/** What no end is looked for in: other records, the answers of a form, words. */
const NO_ENDS = /^(?:contained|extension|modifierExtension|meta|text|item)$|^value/;

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
  const before: MoreInRecord[] = [];
  const turned: MoreInRecord[] = [];
  const kept = (value: JsonObject, key: string, field: unknown): boolean => {
    const beginning = Object.hasOwn(BEGINNING_OF, key) ? BEGINNING_OF[key] : undefined;
    if (beginning === undefined || typeof field !== 'string') return true;
    if (born !== null && isOlder(field, born)) {
      before.push({ name: 'end, before the birth', text: dayAsRead(field) });
      return false;
    }
    const begun = textAt(value, beginning);
    if (begun === null || !isOlder(field, begun)) return true;
    turned.push({ name: 'end, before its beginning', text: dayAsRead(field) });
    return false;
  };
  const within = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).flatMap(([key, field]): (readonly [string, unknown])[] => {
        // A mother may have had another name before her child was born.
        if (NO_ENDS.test(key) || (key === 'name' && raw['resourceType'] !== 'Patient')) return [[key, field]];
        if (!kept(value, key, field)) return [];
        if (Array.isArray(field))
          return [[key, field.map((one: unknown) => (isObject(one) ? within(one) : one))]];
        return [[key, isObject(field) ? within(field) : field]];
      }),
    );
  const left = within(raw);
  // Of several ends on one day, one says it.
  const more = [...new Map([...before, ...turned].map((one) => [`${one.name} ${one.text}`, one])).values()];
  // Almost no record has such an end, and then none is copied.
  return {
    raw: more.length === 0 ? raw : left,
    more,
    isTurned: turned.length > 0,
    isTooOld: before.length > 0,
  };
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
    const [from, to] = [spanOf(textAt(raw, first)), spanOf(textAt(raw, second))];
    return from !== null && to !== null && to.to < from.from;
  });
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
