import type { PlaceConfiguration, ResidentView } from '@ehch/clinical';
import type { FormDefinition } from '@ehch/clinical/form';
import { withdrawnIn, withdrawnWords } from '@ehch/clinical/place';
import { lastDaysOf } from '../internal/section-surroundings.ts';

/** RESTORE2 training material (clinical rule 2.0): observations and NEWS2 stop once a last-days plan is in force. */
const NOT_IN_LAST_DAYS: ReadonlySet<string> = new Set(['news2']);

/** Why a form is not offered for this resident now; `null`: it is. */
export function notForNow(
  { id, version }: Pick<FormDefinition, 'id'> & Partial<Pick<FormDefinition, 'version'>>,
  view: ResidentView | null,
  place: PlaceConfiguration | null,
): string | null {
  const withdrawn =
    withdrawnIn(place, { kind: 'instrument', id }) ??
    withdrawnIn(place, { kind: 'template', id, ...(version === undefined ? {} : { version }) });
  if (withdrawn !== null) return `not offered. ${withdrawnWords(withdrawn)}`;
  if (!NOT_IN_LAST_DAYS.has(id) || view === null || lastDaysOf(view) === null) return null;
  return 'not offered: a plan for the last days of life is recorded';
}
