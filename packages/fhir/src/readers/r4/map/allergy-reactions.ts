import type { AllergyReaction } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import { isAfterNow } from '../fact.ts';
import { notesOf } from '../notes.ts';
import type { Held, PatientRecord } from '../record.ts';
import { wordsAndCodes } from './coded-as.ts';

/** Every reaction that the record describes. A reaction without signs is shown too. */
export function reactionsOf(
  record: PatientRecord,
  held: Held<'AllergyIntolerance'>,
  cautions: Cautions,
): readonly AllergyReaction[] {
  const reactions = held.value.reaction ?? [];
  const substances = new Set(reactions.flatMap(({ substance }) => conceptWords(substance, cautions) ?? []));
  return reactions.flatMap((reaction): readonly AllergyReaction[] => {
    const signs = (reaction.manifestation ?? []).flatMap((sign) => wordsAndCodes(sign, cautions) ?? []);
    const said = joined([signs.join(', '), words(reaction.description)], '; ');
    if (NO_REACTION.test(said ?? '')) cautions.add('contradicts-itself');
    const on = readDate(reaction.onset, cautions);
    if (isAfterNow(on, record)) cautions.add('future-dated');
    const route = conceptWords(reaction.exposureRoute, cautions);
    const notes = notesOf(record, held, reaction.note);
    const severity = reaction.severity ?? null;
    const isTold = [said, on, route, severity].some((part) => part !== null) || notes.length > 0;
    if (!isTold) return [];
    // Where the reactions name several substances, each shows its own.
    const to = substances.size > 1 ? conceptWords(reaction.substance, cautions) : null;
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

/** [P] Words in place of a reaction that say that there was none. "None known" leaves it open. */
const NO_REACTION =
  /^\W*(?:no|nil|did not have an?|has had no) (?:allergic |adverse )?reactions?\W*$|^\W*(?:did not react|tolerated|tolerates)\b/i;
