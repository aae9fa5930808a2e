import type { PartialDate } from '@ehch/clinical/time';
import { RESIDENCE } from '../../../codes/residence.ts';
import { SNOMED } from '../../../codes/systems.ts';
import { codesIn } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { isAfterNow } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { hasEndedNow } from './passed.ts';

/** v3-ActCode classes with an admission. A visit to an emergency department alone is not one. */
const ADMITTED = new Set(['IMP', 'ACUTE', 'NONAC', 'SS', 'OBSENC']);

/** The displays of these classes in v3-ActCode, for a class without a code. */
const ADMITTED_WORDS =
  /^(?:inpatient encounter|inpatient acute|inpatient non-acute|short stay|observation encounter)$/i;

/** Admitted, but not for acute care. R4 also uses this class for a nursing home. */
const NOT_ACUTE = 'NONAC';

/** [P] Words for the long encounter that carries the room. An EpisodeOfCare has no place for a room. */
const RESIDENCE_WORDS = /\b(residence|resident|residing|lives) (in|at)\b|\bresidential stay\b/i;

/** [P] Words for a home as the provider of a non-acute encounter. */
const HOME_WORDS = /\b(nursing|care|residential|rest) home\b/i;

/** Whether an encounter means that the resident lives in the home, rather than an event there. */
export function isResidence({ value }: Held<'Encounter'>): boolean {
  const types = value.type ?? [];
  if (types.some((type) => codesIn(type, SNOMED).some((code) => RESIDENCE.has(code)))) return true;
  const texts = types.flatMap(({ text, coding }) => [text, ...(coding ?? []).map(({ display }) => display)]);
  if (texts.some((text) => RESIDENCE_WORDS.test(text ?? ''))) return true;
  return value.class?.code === NOT_ACUTE && HOME_WORDS.test(value.serviceProvider?.display ?? '');
}

/** Whether an encounter is an admission to hospital. */
export function isHospitalStay(held: Held<'Encounter'>): boolean {
  const { code, display } = held.value.class ?? {};
  const isAdmitted = code === undefined ? ADMITTED_WORDS.test(display ?? '') : ADMITTED.has(code);
  return isAdmitted && !isResidence(held);
}

/** Whether the encounter is over, by its status or its end. A day or a month runs to its last moment. */
function isOver({ value }: Held<'Encounter'>, record: PatientRecord): boolean {
  if (['finished', 'cancelled', 'unknown'].includes(value.status)) return true;
  return hasEndedNow(value, record);
}

/** Whether the encounter is going on now. An encounter dated in the future has not begun. */
export function isRunning(
  record: PatientRecord,
  held: Held<'Encounter'>,
  start: PartialDate | null,
): boolean {
  return held.value.status !== 'planned' && !isOver(held, record) && !isAfterNow(start, record);
}

/** The place of an encounter, in words. */
export function whereOf(record: PatientRecord, held: Held<'Encounter'>): string | null {
  const ward = nameOf(record, placeOf(held)?.location, held);
  const provider = nameOf(record, held.value.serviceProvider, held);
  // "Holmdale General Hospital, Ward 4" names the hospital already, whether as the ward or as the provider.
  if (ward !== null && provider !== null) {
    const [inWard, inProvider] = [ward.toLowerCase(), provider.toLowerCase()];
    if (inWard.includes(inProvider)) return ward;
    if (inProvider.startsWith(inWard)) return provider;
  }
  return joined([provider, ward], ', ');
}

type Place = NonNullable<Held<'Encounter'>['value']['location']>[number];

/**
 * The current place, else the last one. A planned or reserved place does not count (R4
 * encounter-location-status).
 */
function placeOf({ value }: Held<'Encounter'>): Place | undefined {
  const places = placesOf(value.location);
  return places.findLast(({ status }) => status === 'active') ?? places.at(-1);
}

/** The other places of an encounter, and the times of each, for "more in the record". */
export function placesLeft(record: PatientRecord, held: Held<'Encounter'>): string | null {
  const shown = placeOf(held);
  const left = (held.value.location ?? []).filter(
    (place) => place !== shown || place.period !== undefined || place.status !== undefined,
  );
  return joined(
    left.map(({ location, status, period }) =>
      joined([nameOf(record, location, held), status, period?.start, period?.end]),
    ),
    ', ',
  );
}

function placesOf(places: readonly Place[] = []): readonly Place[] {
  return places.filter(({ status }) => status !== 'planned' && status !== 'reserved');
}
