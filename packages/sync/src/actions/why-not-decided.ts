import type { PlaceConfiguration } from '@ehch/clinical';
import { isDeciding } from '@ehch/clinical/care-plan';
import { deciderFor } from '@ehch/clinical/place';
import type { TakenIntent } from '@ehch/clinical/session';
import { londonDate, type Instant } from '@ehch/clinical/time';
import type { SignedIn } from '../engine-configuration.ts';

/**
 * Why the engine takes no decision of the plan, and nothing that a clinician sets; `null`: it does. Guard: what the press says of its
 * author is the window's word. Here it is the place file of this engine, and whoever is signed in to it (SPEC P20).
 *
 * @param now by the server's clock, where that is known: a clock that was set back would bring a day that has passed
 */
export function whyNotDecided(
  { what }: Pick<TakenIntent, 'what'>,
  { user, ...place }: Required<Pick<PlaceConfiguration, 'deciders'>> & { readonly user: SignedIn | null },
  now: Instant,
): string | null {
  const isSetting = what.kind === 'clinical-setting';
  if (!isSetting && !(what.kind === 'plan-line' && isDeciding(what))) return null;
  const person = user === null ? null : { name: user.display, role: user.role };
  if (deciderFor(place, person, londonDate(now)) !== null) return null;
  return isSetting
    ? 'The place names nobody who is signed in here for setting this.'
    : 'The place names nobody who is signed in here for this decision. Propose it.';
}
