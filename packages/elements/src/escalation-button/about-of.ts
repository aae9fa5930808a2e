import type { PlaceConfiguration } from '@ehch/clinical';
import type { About, Unlisted } from '@ehch/clinical/thread';
import type { Shown } from '../internal/resident-element.ts';

/** A matter that is about nobody yet, because nobody is shown. */
export const NOBODY = { kind: 'unlisted', person: { name: '', born: null, room: null } } as const;

/** Whom a matter that is raised now is about; `null`: nobody is shown, or the data are about somebody else. */
export function aboutOf(
  shown: Shown,
  typed: Unlisted | null,
  place: PlaceConfiguration | null,
): About | null {
  if (shown.state === 'nobody')
    return typed === null ? null : { kind: 'unlisted', person: ofHome(typed, place) };
  if (shown.state === 'mismatch') return null;
  const resident = shown.state === 'view' ? shown.view.resident : shown.resident;
  return { kind: 'resident', resident };
}

/** Without the home nobody finds the matter by it. Of several homes only the page knows which. */
function ofHome(person: Unlisted, place: PlaceConfiguration | null): Unlisted {
  const [only, ...others] = place?.homes ?? [];
  return person.home !== undefined || only === undefined || others.length > 0
    ? person
    : { ...person, home: only.id };
}
