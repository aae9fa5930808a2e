import type { PlaceConfiguration } from '../place/place.ts';
import type { CivilDate } from '../time/types.ts';

/** The makers' safety case: which hazard log it stands on, and the clinical safety officer who accepted its risks. */
export interface SafetyCase {
  /** The version of `docs/safety/hazard-log.md`. */
  readonly hazardLog: string;
  /** `null`: nobody. The risk scores are then proposed by the makers alone. */
  readonly acceptedBy: { readonly by: string; readonly on: CivilDate } | null;
}

/** Nobody has accepted it. Write a name only with that person's signature in hand. */
export const SAFETY_CASE: SafetyCase = { hazardLog: '1', acceptedBy: null };

/** Why this must not be used with residents, in words; empty: nothing that this program knows stands against it. */
export function whyNotForLiveUse(
  place: Pick<PlaceConfiguration, 'signedOff' | 'isSample' | 'ladder'> | null,
  { acceptedBy }: SafetyCase = SAFETY_CASE,
): readonly string[] {
  const why = [];
  if (acceptedBy === null) why.push('its risks are accepted by nobody');
  if (place === null) return [...why, 'no place file is in force'];
  const signed = place.signedOff === null ? 'not signed off' : null;
  if (place.isSample === true) why.push(['sample', signed].filter(Boolean).join(' · '));
  else if (signed !== null) why.push(`the place file is ${signed}`);
  if (place.ladder?.signedOff === null) why.push('“What to do when” is not signed off');
  return why;
}
