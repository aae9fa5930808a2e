import type { MoreInRecord } from '@ehch/clinical';
import { isObject, listAt, textAt, type Entry, type JsonObject } from '../../entry.ts';
import type { AddressAmongOthers } from './patient-address.ts';
import { isReadableType, RESOURCES } from './resources/index.ts';
import { ownReason } from './set-aside.ts';
import { belongingOf } from './subject.ts';

/** A record without the contained records that may lend it no words, and what to say of those. */
interface Lent {
  readonly raw: JsonObject;
  readonly more: readonly MoreInRecord[];
}

/**
 * Takes out of a record whatever it contains about another patient, entered in error or refuted. Outside it, no
 * list would show such a record either.
 */
export function withoutForeign(entry: Entry, raw: JsonObject, patient: AddressAmongOthers): Lent {
  const contained = listAt(raw, 'contained');
  const left = contained.map((inner) => (isObject(inner) ? whyNotLent(entry, raw, inner, patient) : null));
  if (left.every((why) => why === null)) return { raw, more: [] };
  return {
    raw: { ...raw, contained: contained.filter((_, index) => left[index] === null) },
    more: [...new Set(left)].flatMap((text) => (text === null ? [] : { name: 'contained record', text })),
  };
}

function whyNotLent(
  entry: Entry,
  { contained }: JsonObject,
  inner: JsonObject,
  patient: AddressAmongOthers,
): string | null {
  const own = ownReason(inner);
  if (own !== null) return own === 'refuted' ? 'refuted, not shown' : 'entered in error, not shown';
  const type = textAt(inner, 'resourceType') ?? '';
  const subject = isReadableType(type) ? RESOURCES[type].subject : 'patient' in inner ? 'patient' : 'subject';
  if (subject === null || !(subject in inner)) return null;
  const belonging = belongingOf(entry, { ...inner, contained }, subject, patient);
  // Many senders name nobody inside a record that names its patient itself.
  return belonging === 'own' || belonging === 'no-subject' ? null : 'not about the resident, not shown';
}
