import { plainText } from '../display/plain-text.ts';
import type { Author } from '../recorded.ts';
import type { CivilDate } from '../time/types.ts';
import type { PlaceConfiguration } from './place.ts';

/**
 * Whether the place has named this person, or their role, for taking observations on a day. Where it names nobody, nobody may:
 * a number that was taken wrongly is worse than none, and a worry never needs one. [P]
 */
export function mayTakeObservations(
  place: Pick<PlaceConfiguration, 'observers'> | null,
  person: Pick<Author, 'name' | 'role'> | null,
  today: CivilDate,
): boolean {
  const same = (one: string | null | undefined, other: string) =>
    plainText(one ?? '').toLowerCase() === plainText(other).toLowerCase();
  return (place?.observers ?? []).some(
    ({ kind, who, until }) =>
      (until === null || today <= until) &&
      who.trim() !== '' &&
      same(kind === 'role' ? person?.role : person?.name, who),
  );
}
