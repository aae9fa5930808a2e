import { words } from '../../../text.ts';
import { isHeld, type PatientRecord } from '../record.ts';
import { isHospitalStay, isOver, isResidence } from './encounters.ts';

/** The room she lives in: the Location that is part of another, of a running encounter outside hospital. */
export function roomOf(
  record: PatientRecord,
): { readonly name: string | null; readonly home: string | null } | null {
  const running = record
    .all('Encounter')
    .filter(
      (held) => !isHospitalStay(held) && !isOver(held, record.input.now) && held.value.status !== 'planned',
    )
    .toSorted((a, b) => Number(isResidence(b)) - Number(isResidence(a)));
  for (const held of running) {
    const places = (held.value.location ?? []).map(({ location }) => record.resolve(location, held));
    for (const place of places) {
      if (!isHeld(place, 'Location')) continue;
      const parent = record.resolve(place.value.partOf, place);
      if (!isHeld(parent, 'Location')) continue;
      record.show(held, 'identity');
      return { name: words(place.value.name), home: words(parent.value.name) };
    }
  }
  return null;
}
