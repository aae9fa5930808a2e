import { EhchError, type HomeConfiguration, type PlaceConfiguration } from '@ehch/clinical';
import { londonDate, type CivilDate, type Instant } from '@ehch/clinical/time';
import { patientsIn, readBundle } from '@ehch/fhir';
import type { Roster, RosterEntry } from '../../protocol.ts';
import { ask, type AskContext } from '../ask.ts';
import { rosterMembers } from './members.ts';
import { pagesOf } from './pages-of.ts';
import { withRoomsOfNamesakes } from './rooms-of-namesakes.ts';

/**
 * Reads who lives in the homes of a place, from the roster that each home's configuration names.
 *
 * @throws {EhchError} `bad-configuration` without a home; otherwise the code of the failure, if no home could be read
 */
export async function readRoster(
  context: AskContext,
  place: PlaceConfiguration | null,
  now: Instant,
): Promise<Roster> {
  return rosterOf(await readHomes(context, place, now), now);
}

/** One home's list as it was read. `null`: it could not be. */
export interface HomeRead {
  readonly home: string;
  readonly residents: readonly RosterEntry[] | null;
  readonly incomplete: boolean;
}

/**
 * The same, home by home.
 *
 * @throws {EhchError} as {@link readRoster}
 */
export async function readHomes(
  context: AskContext,
  place: PlaceConfiguration | null,
  now: Instant,
): Promise<readonly HomeRead[]> {
  if (place === null || place.homes.length === 0) {
    throw new EhchError(
      'bad-configuration',
      'No home is configured. Give `place` with at least one home, or ask for residents by their id.',
    );
  }
  const today = londonDate(now);
  const asked = await Promise.allSettled(place.homes.map((home) => readHome(context, home, today)));
  const homes = asked.flatMap((home) => (home.status === 'fulfilled' ? [home.value] : []));
  const [failed] = asked.flatMap((home) => (home.status === 'rejected' ? [home.reason as unknown] : []));
  // One home that cannot be read makes the list incomplete. If no home can be read, there is no list.
  if (homes.length === 0) throw failed;
  const all = await withRoomsOfNamesakes(context, residentsOf(homes), now);
  const known = new Map(all.map((entry) => [entry.resident, entry]));
  return place.homes.map(({ id }, at) => {
    const home = asked[at];
    if (home?.status !== 'fulfilled') return { home: id, residents: null, incomplete: true };
    const { residents, incomplete } = home.value;
    return { home: id, residents: residents.map((entry) => known.get(entry.resident) ?? entry), incomplete };
  });
}

/** The lists of the homes as one. */
export function rosterOf(homes: readonly HomeRead[], now: Instant): Roster {
  const read = homes.flatMap(({ residents }) => (residents === null ? [] : [{ residents }]));
  return { residents: residentsOf(read), asOf: now, incomplete: homes.some(({ incomplete }) => incomplete) };
}

/** A resident who moves may be on two lists for a while, and counts as one person. */
function residentsOf(
  homes: readonly { readonly residents: readonly RosterEntry[] }[],
): readonly RosterEntry[] {
  const residents = homes.flatMap((home) => home.residents);
  return [...new Map(residents.map((entry) => [entry.resident, entry])).values()];
}

async function readHome(
  context: AskContext,
  home: HomeConfiguration,
  today: CivilDate,
): Promise<{ residents: RosterEntry[]; incomplete: boolean }> {
  const members = await rosterMembers(context, home.roster, today);
  const { patients } = members;
  const residents: RosterEntry[] = [];
  let { incomplete } = members;
  for (let at = 0; at < patients.length; at += PEOPLE_A_QUESTION) {
    const ids = patients.slice(at, at + PEOPLE_A_QUESTION);
    const path = `Patient?_id=${ids.map(encodeURIComponent).join(',')}&_count=${PEOPLE_A_QUESTION}`;
    const asked = await pagesOf(ask(context, path, 'Bundle'));
    const found = asked.pages.flatMap((page) => patientsIn(readBundle(JSON.parse(page)).entries, today));
    const wanted = new Set(ids);
    for (const { id, ...identity } of found) {
      // A search may return more people than it was asked for. They must not join the home's list.
      if (wanted.delete(id)) residents.push({ resident: id, ...identity });
    }
    incomplete ||= wanted.size > 0 || asked.more;
  }
  return { residents, incomplete };
}

/** Patients in one search. */
const PEOPLE_A_QUESTION = 50;
