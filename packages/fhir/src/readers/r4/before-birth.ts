import type { MoreInRecord } from '@ehch/clinical';
import { isSurelyOlder, precisionOf, spanOf, type PartialDate } from '@ehch/clinical/time';
import { dayAsRead } from '../../dates.ts';
import { isObject, textAt, type JsonObject } from '../../entry.ts';

/** R4 elements that hold a date, by their names. A value may be any date, and so may one in an answer. */
const DATED =
  /^(?:date|dateTime|dateAsserted|start|end|sent|received|issued|recorded|created|creation|authored|authoredOn|event|time|onset|lastOccurrence|lastModified|(?!birth|value)\w+(?:Date|DateTime|Instant))$/;

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
