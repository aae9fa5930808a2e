import type { Author } from '../recorded.ts';
import type { CivilDate } from '../time/types.ts';
import { isNamedHere } from './named-here.ts';
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
  return (place?.observers ?? []).some((one) => isNamedHere(one, person, today));
}
