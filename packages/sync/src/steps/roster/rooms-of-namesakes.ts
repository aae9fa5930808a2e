import type { ResidentId } from '@ehch/clinical';
import { sameNameResidents } from '@ehch/clinical/rules';
import type { Instant } from '@ehch/clinical/time';
import { readPages, readRecord } from '@ehch/fhir';
import type { RosterEntry } from '../../protocol.ts';
import { ask, type AskContext } from '../ask.ts';

/**
 * The residents of a list, with the room of those whose names may be taken for each other: it is what tells two people
 * apart at a door. Of all others nothing more is asked. A room that could not be read stays unknown; the list is whole.
 */
export async function withRoomsOfNamesakes(
  context: AskContext,
  residents: readonly RosterEntry[],
  now: Instant,
): Promise<readonly RosterEntry[]> {
  const alike = new Set(
    sameNameResidents(residents.map(({ resident, name }) => ({ id: resident, name }))).flat(),
  );
  return Promise.all(
    residents.map(async (entry) =>
      alike.has(entry.resident) ? { ...entry, room: await roomOf(context, entry.resident, now) } : entry,
    ),
  );
}

/** Her room by the rules of the reader, from the stays that go on: the same words as in her own record. */
async function roomOf(context: AskContext, resident: ResidentId, now: Instant): Promise<string | null> {
  const id = encodeURIComponent(resident);
  const asked = await Promise.all([
    ask(context, `Patient/${id}`, 'Patient'),
    ask(context, `Encounter?patient=${id}&_count=200&_include=Encounter:location&_sort=-date`, 'Bundle'),
  ]);
  const pages = asked.flatMap((one) => (one.state === 'loaded' ? one.pages : []));
  const { view } = readRecord({
    resident,
    patient: resident,
    resources: readPages(pages.map((page) => JSON.parse(page) as unknown)).entries,
    outcomes: {},
    now,
    sourceLabel: '',
  });
  const { identity } = view.sections;
  if (identity.state !== 'known' || identity.content.kind !== 'recorded') return null;
  return identity.content.value.stay?.room ?? null;
}
