import { precisionOf, readInstant, spanOf } from '@ehch/clinical/time';
import { codesIn } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { words } from '../../../text.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { isHospitalStay, isResidence, isRunning } from './encounters.ts';

/** The room she lives in: the place that is part of another, of a running encounter outside hospital. */
export function roomOf(
  record: PatientRecord,
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
    for (const place of places) {
      if (!isHeld(place, 'Location') || place.value.partOf === undefined) continue;
      record.show(held, 'identity');
      return { name: words(place.value.name), home: homeAbove(record, place) };
    }
  }
  return null;
}

type Place = NonNullable<Held<'Encounter'>['value']['location']>[number];

/** Whether she is there now: a room that she has left, or is to move to, is not hers. */
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

/** More steps than from a bed to its site; a ring of places must end too. */
const MOST_STEPS = 6;

/** Kinds of place that are a home by themselves: site, building, house (R4 location-physical-type). */
const HOME_TYPES = new Set(['si', 'bu', 'ho']);
const PHYSICAL_TYPE = 'http://terminology.hl7.org/CodeSystem/location-physical-type';

/** The home that a room is part of, through its corridor and floor: the first building, else the highest place. */
function homeAbove(record: PatientRecord, room: Held<'Location'>): string | null {
  let home: string | null = null;
  let place = room;
  for (let step = 0; step < MOST_STEPS && place.value.partOf !== undefined; step++) {
    const parent = record.resolve(place.value.partOf, place);
    if (!isHeld(parent, 'Location')) return words(place.value.partOf.display) ?? home;
    home = words(parent.value.name) ?? home;
    if (codesIn(parent.value.physicalType, PHYSICAL_TYPE).some((code) => HOME_TYPES.has(code))) return home;
    place = parent;
  }
  return home;
}
