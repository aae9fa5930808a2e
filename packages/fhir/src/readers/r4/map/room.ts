import { spanOf } from '@ehch/clinical/time';
import { codesIn } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import { whyNotInUse } from '../in-use.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { isHospitalStay, isResidence, isRunning } from './encounters.ts';
import { hasPassed } from './passed.ts';
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
    const current = (held.value.location ?? []).filter((place) => isNow(place, record));
    const places = current.map(({ location }) => record.resolve(location, held));
    const rooms = places
      .flatMap((place) => (isHeld(place, 'Location') && place.value.partOf !== undefined ? [place] : []))
      .map((place) => ({ place, why: whyNotInUse(record, place) }));
    const [room] = rooms.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
    if (room === undefined) continue;
    record.show(held, 'identity');
    const { place, why } = room;
    cautions.leaveFrom(place);
    leaveOtherTelecom(place.value.telecom, record, cautions);
    for (const phone of phonesOf(place.value.telecom, record)) cautions.leave('phone of the room', phone);
    const name = words(place.value.name);
    const above = placesAbove(record, place);
    const whole = [place, ...above];
    const known = whole.map(({ value }) => words(value.name));
    // A resident is in one room. Another one beside it must not be lost, because nobody knows which is right.
    for (const { location } of current) {
      const other = record.resolve(location, held);
      const said = nameOf(record, location, held);
      const isAbove = whole.some(({ key }) => key === other?.key);
      if (said !== null && !isAbove && !known.includes(said)) cautions.leave('also placed in', said);
    }
    return {
      name: why === null ? name : joined([name, `(${why})`]),
      home: homeAbove(record, place, above, cautions),
    };
  }
  return null;
}

type Place = NonNullable<Held<'Encounter'>['value']['location']>[number];

/**
 * Whether the resident is in this place now. A place that the resident has left, or will move to, does not
 * count.
 */
function isNow({ status, period }: Place, record: PatientRecord): boolean {
  if (status !== undefined && status !== 'active') return false;
  const begins = spanOf(readDate(period?.start, new Set()))?.from ?? record.today;
  return begins <= record.today && !hasPassed(readDate(period?.end, new Set()), record);
}

/** The floor, the building and the site of a room, as far as the record names them. */
function placesAbove(record: PatientRecord, room: Held<'Location'>): readonly Held<'Location'>[] {
  const above: Held<'Location'>[] = [];
  let place = room;
  for (;;) {
    const parent = record.resolve(place.value.partOf, place);
    // Places that are part of each other in a circle have no end.
    if (!isHeld(parent, 'Location') || [room, ...above].some(({ key }) => key === parent.key)) return above;
    above.push(parent);
    place = parent;
  }
}

/** Physical types that are a home by themselves: site, building, house (R4 location-physical-type). */
const HOME_TYPES = new Set(['si', 'bu', 'ho']);
const PHYSICAL_TYPE = 'http://terminology.hl7.org/CodeSystem/location-physical-type';

/**
 * The home that a room belongs to, by way of its corridor and floor: the first building, else the highest
 * place.
 */
function homeAbove(
  record: PatientRecord,
  room: Held<'Location'>,
  above: readonly Held<'Location'>[],
  cautions: Cautions,
): string | null {
  let home: string | null = null;
  for (const place of above) {
    home = words(place.value.name) ?? home;
    const why = whyNotInUse(record, place);
    if (why !== null) cautions.leave(words(place.value.name) ?? 'the home', why);
    if (codesIn(place.value.physicalType, PHYSICAL_TYPE).some((code) => HOME_TYPES.has(code))) return home;
  }
  const last = above.at(-1) ?? room;
  const hasArrived = isHeld(record.resolve(last.value.partOf, last), 'Location');
  return hasArrived ? home : (words(last.value.partOf?.display) ?? home);
}
