import { precisionOf, readInstant, spanOf } from '@ehch/clinical/time';
import { codesIn } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import type { Cautions } from '../cautions.ts';
import { whyNotInUse } from '../in-use.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { isHospitalStay, isResidence, isRunning } from './encounters.ts';
import { leaveOtherTelecom, phonesOf } from './telecom.ts';

/**
 * The resident's room: the Location that is part of another, in a current encounter outside hospital. `null`:
 * not recorded.
 */
export function roomOf(
  record: PatientRecord,
  cautions: Cautions,
): { readonly name: string | null; readonly home: string | null } | null {
  const running = record
    .all('Encounter')
    .filter(
      (held) =>
        !isHospitalStay(held) && isRunning(record, held, readDate(held.value.period?.start, new Set())),
    )
    .toSorted((a, b) => Number(isResidence(b)) - Number(isResidence(a)));
  for (const held of running) {
    const places = (held.value.location ?? [])
      .filter((place) => isNow(place, record))
      .map(({ location }) => record.resolve(location, held));
    const rooms = places
      .flatMap((place) => (isHeld(place, 'Location') && place.value.partOf !== undefined ? [place] : []))
      .map((place) => ({ place, why: whyNotInUse(record, place) }));
    const [room] = rooms.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
    if (room === undefined) continue;
    record.show(held, 'identity');
    const { place, why } = room;
    cautions.leaveFrom(place);
    leaveOtherTelecom(place.value.telecom, record.today, cautions);
    for (const phone of phonesOf(place.value.telecom, record.today))
      cautions.leave('phone of the room', phone);
    const name = words(place.value.name);
    return {
      name: why === null ? name : joined([name, `(${why})`]),
      home: homeAbove(record, place, cautions),
    };
  }
  return null;
}

type Place = NonNullable<Held<'Encounter'>['value']['location']>[number];

/**
 * Whether the resident is in this place now. A place that the resident has left, or will move to, does not
 * count.
 */
function isNow({ status, period }: Place, { input: { now }, today }: PatientRecord): boolean {
  if (status !== undefined && status !== 'active') return false;
  const start = readDate(period?.start, new Set());
  const end = readDate(period?.end, new Set());
  const begins = spanOf(start)?.from ?? today;
  if (end === null) return begins <= today;
  const left =
    precisionOf(end) === 'moment'
      ? (readInstant(end) ?? Infinity) < (readInstant(now) ?? 0)
      : (spanOf(end)?.to ?? today) < today;
  return begins <= today && !left;
}

/** Levels from a bed up to its site, and some more. The limit also ends a circle of places. */
const MOST_STEPS = 6;

/** Physical types that are a home by themselves: site, building, house (R4 location-physical-type). */
const HOME_TYPES = new Set(['si', 'bu', 'ho']);
const PHYSICAL_TYPE = 'http://terminology.hl7.org/CodeSystem/location-physical-type';

/**
 * The home that a room belongs to, by way of its corridor and floor: the first building, else the highest
 * place.
 */
function homeAbove(record: PatientRecord, room: Held<'Location'>, cautions: Cautions): string | null {
  let home: string | null = null;
  let place = room;
  for (let step = 0; step < MOST_STEPS && place.value.partOf !== undefined; step++) {
    const parent = record.resolve(place.value.partOf, place);
    if (!isHeld(parent, 'Location')) return words(place.value.partOf.display) ?? home;
    if (parent.key === room.key) return home;
    home = words(parent.value.name) ?? home;
    const why = whyNotInUse(record, parent);
    if (why !== null) cautions.leave(words(parent.value.name) ?? 'the home', why);
    if (codesIn(parent.value.physicalType, PHYSICAL_TYPE).some((code) => HOME_TYPES.has(code))) return home;
    place = parent;
  }
  return home;
}
