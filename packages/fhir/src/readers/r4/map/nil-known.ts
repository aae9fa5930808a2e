import { readDate } from '../../../dates.ts';
import { conceptWords, statusCode } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import { careFor } from '../care.ts';
import { fact } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import type { ScopedNone } from './no-known-allergy.ts';

const TITLES = {
  allergies: /\ballerg/i,
  medicines: /\bmedic(ation|ine)s?\b/i,
  problems: /\bproblems?\b/i,
} as const;

/**
 * Empty lists whose reason is "nil known" (R4 list-empty-reason), told apart by their title or code in words. Any other
 * reason for an empty list says nothing about the resident.
 */
export function nilKnownLists(record: PatientRecord, about: keyof typeof TITLES): readonly ScopedNone[] {
  return record.all('List').flatMap((held): readonly ScopedNone[] => {
    const { value } = held;
    const care = careFor(held);
    const title = joined([value.title, conceptWords(value.code, care)]) ?? '';
    const empty = (value.entry ?? []).length === 0 && value.status === 'current';
    if (!empty || statusCode(value.emptyReason, ['nilknown']) === null || !TITLES[about].test(title))
      return [];
    const on = readDate(value.date, care);
    const text = conceptWords(value.emptyReason, care) ?? 'Nil known';
    return [
      { held, scope: 'all', statement: { ...fact(record, held, care, { on, by: [value.source] }), text } },
    ];
  });
}
