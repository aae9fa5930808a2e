import type { Author } from '../recorded.ts';
import type { CivilDate } from '../time/types.ts';
import { isNamedHere } from './named-here.ts';
import type { Decider, PlaceConfiguration } from './place.ts';

/**
 * The line by which the place lets this person decide on a day; `null`: they propose. Where it names nobody, nobody decides here: a
 * decision that nobody may take is worse than one that waits. [P]
 *
 * @param person as the sign-in gives them. A name that somebody typed is nobody's authority
 */
export function deciderFor(
  place: Pick<PlaceConfiguration, 'deciders'> | null,
  person: Pick<Author, 'name' | 'role'> | null,
  day: CivilDate,
): Decider | null {
  return (place?.deciders ?? []).find((one) => isNamedHere(one, person, day)) ?? null;
}
