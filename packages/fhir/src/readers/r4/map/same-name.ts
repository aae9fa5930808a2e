import type { SameName } from '@ehch/clinical';
import { sameNameResidents } from '@ehch/clinical/rules';
import type { PatientRecord } from '../record.ts';

/** The other residents on the roster with a similar name. */
export function othersOfTheName({ input: { roster = [], resident } }: PatientRecord): readonly SameName[] {
  const group = sameNameResidents(roster).find((ids) => ids.includes(resident)) ?? [];
  return roster.flatMap(({ id, name, born = null, room = null }) =>
    id !== resident && group.includes(id) ? [{ name, born, room }] : [],
  );
}
