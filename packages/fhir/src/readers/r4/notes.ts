import type { Caution, Note } from '@ehch/clinical';
import { readDate } from '../../dates.ts';
import { lines, words } from '../../text.ts';
import { nameOf } from './author.ts';
import type { Annotation } from './datatypes.ts';
import type { Held, PatientRecord } from './record.ts';

/** What people wrote beside a fact: for "Other" as an allergy it is the only thing that says what she is allergic to. */
export function notesOf(
  record: PatientRecord,
  held: Held,
  annotations: readonly Annotation[] | undefined,
): readonly Note[] {
  return (annotations ?? []).flatMap(({ text, time, authorString, authorReference }): readonly Note[] => {
    const said = lines(text);
    if (said === null) return [];
    const by = nameOf(record, authorReference, held) ?? words(authorString);
    // A note with a day that cannot be read is a note still.
    return [{ text: said, on: readDate(time, new Set<Caution>()), by }];
  });
}
