import type { AllergyReaction } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import type { Care } from '../care.ts';
import { isAfterNow } from '../fact.ts';
import { notesOf } from '../notes.ts';
import type { Held, PatientRecord } from '../record.ts';
import { wordsAndCodes } from './coded-as.ts';

/** What happened, each time that somebody wrote of it. A reaction without signs is told all the same. */
export function reactionsOf(
  record: PatientRecord,
  held: Held<'AllergyIntolerance'>,
  care: Care,
): readonly AllergyReaction[] {
  const reactions = held.value.reaction ?? [];
  const substances = new Set(reactions.flatMap(({ substance }) => conceptWords(substance, care) ?? []));
  return reactions.flatMap((reaction): readonly AllergyReaction[] => {
    const signs = (reaction.manifestation ?? []).flatMap((sign) => wordsAndCodes(sign, care) ?? []);
    const said = joined([signs.join(', '), words(reaction.description)], '; ');
    const on = readDate(reaction.onset, care);
    if (isAfterNow(on, record)) care.add('future-dated');
    const route = conceptWords(reaction.exposureRoute, care);
    const notes = notesOf(record, held, reaction.note);
    const severity = reaction.severity ?? null;
    const isTold = [said, on, route, severity].some((part) => part !== null) || notes.length > 0;
    if (!isTold) return [];
    // Of several substances each reaction says its own.
    const to = substances.size > 1 ? conceptWords(reaction.substance, care) : null;
    const text = joined([to, said ?? 'reaction not described'], ': ') ?? '';
    return [
      {
        text,
        severity,
        ...(on !== null && { on }),
        ...(route !== null && { route }),
        ...(notes.length > 0 && { notes }),
      },
    ];
  });
}
