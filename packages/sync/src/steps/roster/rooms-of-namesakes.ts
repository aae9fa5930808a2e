import type { ResidentId } from '@ehch/clinical';
import { sameNameResidents } from '@ehch/clinical/rules';
import type { Instant } from '@ehch/clinical/time';
import { readPages, readRecord } from '@ehch/fhir';
import type { RosterEntry } from '../../protocol.ts';
import { ask, type AskContext } from '../ask.ts';

/**
 * Adds the room to residents whose names could be confused, because the room tells two people apart at a door. It asks
 * nothing more about the others. A room that could not be read stays unknown, and the list stays whole.
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

/** The resident's room by the reader's own rules, so that it has the same words as in the record. */
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
