import type { CareIntent, LeftHome, LocalResident, PlaceConfiguration, ResidentId } from '@ehch/clinical';
import { compareText, formatName } from '@ehch/clinical/display';
import { alikeResidents, faultsOfEntered, nameOfEntered, tidyEntered } from '@ehch/clinical/rules';
import type { TakenIntent } from '@ehch/clinical/session';
import { londonDate, type Instant, type PartialDate } from '@ehch/clinical/time';
import { LOCAL_SOURCE, type HomeMembers, type Store } from '@ehch/store';

type Kept = Pick<Store, 'records' | 'leadership'>;

/** Who is or was on the lists of some homes, and whether a row of them could not be read. */
export interface LocalList {
  readonly residents: readonly LocalResident[];
  readonly incomplete: boolean;
}

/** Reads the lists that people have made, in the order of the names. */
export async function readLocalList(store: Kept, homes: readonly string[]): Promise<LocalList> {
  const lists = await Promise.all(homes.map((home) => store.records(LOCAL_SOURCE).members(home)));
  const known = lists.filter((list) => list !== null);
  return {
    residents: known
      .flatMap(({ members }) => members)
      // This file alone writes these members.
      .map(({ facts }) => facts as LocalResident)
      .toSorted((a, b) => compareText(formatName(a.name), formatName(b.name))),
    incomplete: known.some(({ incomplete }) => incomplete),
  };
}

export const homesOf = (place: PlaceConfiguration | null): readonly string[] =>
  (place?.homes ?? []).map(({ id }) => id);

const ABOUT_LIST: readonly CareIntent['what']['kind'][] = [
  'add-resident',
  'correct-resident',
  'resident-left',
];

/** Why an intent about the list is not taken where a server keeps it; `null`: it is about something else. */
export function whyNoList({ what }: CareIntent): string | null {
  if (!ABOUT_LIST.includes(what.kind)) return null;
  return 'The server of this place keeps the list of residents. Change it there.';
}

/** Why an intent about the list is not taken; `null`: it is, or it is about something else (SPEC N4). */
export async function whyNotListed(
  store: Kept,
  place: PlaceConfiguration | null,
  { resident, pressedAt, what }: CareIntent,
): Promise<string | null> {
  // Guard: a worry that nobody can hear of must not look like one that is on its way (SPEC N3).
  if (what.kind === 'thread-entry')
    return 'This place has no server, so nobody would hear of it. Ring, or speak to somebody now.';
  if (what.kind !== 'add-resident' && what.kind !== 'correct-resident' && what.kind !== 'resident-left')
    return null;
  const { residents, incomplete } = await readLocalList(store, homesOf(place));
  if (incomplete) return 'The list of residents cannot be read whole, so it is not changed.';
  const known = residents.find((each) => each.resident === resident);
  if (what.kind === 'add-resident') {
    if (known !== undefined) return 'This resident is on the list already.';
    if (!homesOf(place).includes(what.home.id)) return 'This home is not in the place file.';
  } else if (known === undefined) return 'This resident is not on the list of this home.';
  if (what.kind === 'resident-left') return known?.left ? 'This resident has left already.' : null;
  if (faultsOfEntered(what.person, londonDate(pressedAt)).length > 0)
    return 'A resident needs a name and, where given, a date of birth and an NHS number that can be.';
  const alike = alikeResidents(what.person, residents, resident);
  // Guard: two records of one person hide half of what is known.
  return alike.every((other) => what.looked.includes(other.resident))
    ? null
    : 'Somebody on the list has the same NHS number or a similar name. Look whether it is the same person.';
}

/**
 * Brings the list to what an intent says. Done twice, it is the same: a crash before its intent is accepted repeats it.
 */
export async function changeLocalList(
  store: Kept,
  place: PlaceConfiguration | null,
  { resident, pressedAt, what }: Pick<TakenIntent, 'resident' | 'pressedAt' | 'what'>,
): Promise<void> {
  if (resident === null) return;
  switch (what.kind) {
    case 'add-resident': {
      const facts = { ...listed(resident, what.person, pressedAt), home: what.home.id, left: null };
      return put(store, what.home.id, pressedAt, (before) => [
        ...before.filter((each) => each.resident !== resident),
        facts,
      ]);
    }
    case 'correct-resident':
      return change(store, place, { resident, pressedAt }, listed(resident, what.person, pressedAt));
    case 'resident-left':
      return change(store, place, { resident, pressedAt }, { left: { why: what.why, on: what.on } });
    default:
  }
}

interface Left {
  readonly left: { readonly why: LeftHome; readonly on: PartialDate | null };
}
type Listed = Pick<LocalResident, 'resident' | 'name' | 'born' | 'nhsNumber' | 'room'>;

function listed(resident: ResidentId, person: Parameters<typeof tidyEntered>[0], at: Instant): Listed {
  const { born, nhsNumber, room, ...names } = tidyEntered(person, londonDate(at));
  return {
    resident,
    name: nameOfEntered({ born, nhsNumber, room, ...names }),
    born,
    nhsNumber:
      nhsNumber === null
        ? { state: 'none', why: null }
        : // Somebody has typed it, and nobody has traced it.
          { state: 'unverified', value: nhsNumber, why: 'Number present but not traced' },
    room,
  };
}

async function change(
  store: Kept,
  place: PlaceConfiguration | null,
  { resident, pressedAt }: { readonly resident: ResidentId; readonly pressedAt: Instant },
  facts: Listed | Left,
): Promise<void> {
  for (const home of homesOf(place)) {
    const { residents } = await readLocalList(store, [home]);
    if (!residents.some((each) => each.resident === resident)) continue;
    await put(store, home, pressedAt, (before) =>
      before.map((each) => (each.resident === resident ? { ...each, ...facts } : each)),
    );
  }
}

async function put(
  store: Kept,
  home: string,
  asOf: Instant,
  to: (before: readonly LocalResident[]) => readonly LocalResident[],
): Promise<void> {
  const before = await readLocalList(store, [home]);
  const members: HomeMembers['members'] = to(before.residents).map((facts) => ({
    resident: facts.resident,
    facts,
  }));
  const epoch = await store.leadership.current();
  await store.records(LOCAL_SOURCE).putMembers(epoch, { home, asOf, incomplete: before.incomplete, members });
}
