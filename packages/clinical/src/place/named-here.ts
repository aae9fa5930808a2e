import { plainText } from '../display/plain-text.ts';
import type { Author } from '../recorded.ts';
import type { CivilDate } from '../time/types.ts';
import type { Observer } from './place.ts';

/** Whether a line of the place file names this person, or their role, on a day. A blank name names nobody. */
export function isNamedHere(
  { kind, who, until }: Observer,
  person: Pick<Author, 'name' | 'role'> | null,
  day: CivilDate,
): boolean {
  const said = kind === 'role' ? person?.role : person?.name;
  const named = plainText(who).toLowerCase();
  return (until === null || day <= until) && named !== '' && plainText(said ?? '').toLowerCase() === named;
}
