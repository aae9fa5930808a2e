import type { Instrument } from '../instrument.ts';
import type { PlaceConfiguration } from './place.ts';

/**
 * Whether people of this place may be led to a result with the tool itself: asked to judge now, with hints, or taken
 * through its steps. `false`: only a result that was reached elsewhere is recorded, with its date and who reached it.
 *
 * A finished result is a fact about a person, and no permission stands before recording it. The tools of tier B belong to
 * somebody, and each says in `permission` what its owner asks. So the permission is the place's to name, and an unnamed one is
 * none.
 */
export function mayScore(
  { id, tier }: Pick<Instrument, 'id' | 'tier'>,
  place: Pick<PlaceConfiguration, 'instruments'> | null,
): boolean {
  if (tier === 'A' || tier === 'A*') return true;
  const configured = place?.instruments ?? {};
  const permission = Object.hasOwn(configured, id) ? configured[id]?.permissionRef : undefined;
  return tier === 'B' && permission !== undefined && permission.trim() !== '';
}
