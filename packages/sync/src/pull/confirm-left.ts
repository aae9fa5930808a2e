import type { HomeConfiguration, ResidentId } from '@ehch/clinical';
import { londonDate } from '@ehch/clinical/time';
import { isObject, listAt, textAt } from '@ehch/fhir';
import type { StoredResource } from '@ehch/store';
import { withinBase } from '../http/within-base.ts';
import { askPage } from '../steps/ask.ts';
import { localId, rosterMembers, STAYING } from '../steps/roster/members.ts';
import { confirmAbsence } from './confirm-absence.ts';
import type { PullContext } from './pull-context.ts';

/** Residents looked at in one go: a roster that lost more than this at once is more likely a server in trouble. */
const MOST_AT_ONCE = 20;

/**
 * Who of those that are missing from a roster has left. A Group or List is read once more. A search for stays proves
 * nothing: absence from it is no end of a stay, so each stay that was open is asked for by its id (SPEC L5).
 */
export async function confirmLeft(
  context: PullContext,
  { roster }: HomeConfiguration,
  missing: readonly ResidentId[],
): Promise<readonly ResidentId[]> {
  if (missing.length === 0) return [];
  const { patients, incomplete } = await rosterMembers(context, roster, londonDate(context.now()));
  // Half a list says nothing about who is not on it.
  if (incomplete) return [];
  const absent = missing.filter((resident) => !patients.includes(resident));
  if (roster.kind !== 'location') return absent;
  const left: ResidentId[] = [];
  for (const resident of absent.slice(0, MOST_AT_ONCE))
    if (await hasMovedOut(context, roster.id, resident)) left.push(resident);
  return left;
}

/** Whether no open stay of the resident is in this home. Where nobody says so, they still live here. */
async function hasMovedOut(context: PullContext, home: string, resident: ResidentId): Promise<boolean> {
  const { resources, kinds } = await context.copies.read(resident);
  if (kinds.get('Encounter')?.last.state !== 'loaded') return false;
  // A copy that says that the stay has ended is the record's own word.
  const open = resources.filter((one) => one.type === 'Encounter' && isOpen(one));
  const confirmed = await confirmAbsence(
    context,
    open.map(({ type, id, updated }) => ({ resident, type, id, updated })),
  );
  const { present, deleted, moved } = confirmed;
  if (present.length + deleted.length + moved.length < open.length) return false;
  for (const stay of present.filter(isOpen))
    for (const place of placesOf(stay, context.base))
      if (await mayBePartOf(context, home, place)) return false;
  return true;
}

const isOpen = ({ text }: StoredResource) => STAYING.includes(textAt(JSON.parse(text), 'status') ?? '');

/** The Locations of a stay. `null`: one that is not on this server. */
function placesOf({ text }: StoredResource, base: string): readonly (string | null)[] {
  return listAt(JSON.parse(text), 'location').map((row) =>
    isObject(row) ? localId(row['location'], 'Location', base) : null,
  );
}

/** Whether a Location is the home or one of its rooms, as far as anybody can tell. */
async function mayBePartOf(context: PullContext, home: string, place: string | null): Promise<boolean> {
  if (place === null) return false;
  if (place === home) return true;
  const url = withinBase(context.base, `Location/${encodeURIComponent(place)}`);
  const page = await askPage(context, url, 'Location', null);
  if (page.state !== 'loaded' || !isObject(page.value) || page.value['id'] !== place) return true;
  return localId(page.value['partOf'], 'Location', context.base) === home;
}
