import type { Caution, Note } from '@ehch/clinical';
import { readDate } from '../../dates.ts';
import { lines, words } from '../../text.ts';
import { nameOf } from './author.ts';
import type { Annotation } from './datatypes.ts';
import type { Held, PatientRecord } from './record.ts';

/** Notes beside a fact. For the allergy "Other", the note alone says what the resident is allergic to. */
export function notesOf(
  record: PatientRecord,
  held: Held,
  annotations: readonly Annotation[] | undefined,
): readonly Note[] {
  return (annotations ?? []).flatMap(({ text, time, authorString, authorReference }): readonly Note[] => {
    const said = lines(text);
    if (said === null) return [];
    const by = nameOf(record, authorReference, held) ?? words(authorString);
    // A note whose date cannot be read is still shown.
    return [{ text: said, on: readDate(time, new Set<Caution>()), by }];
  });
}
