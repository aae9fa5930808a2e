import type { Instrument } from '../instrument.ts';
import type { PlaceConfiguration } from './place.ts';

/**
 * Whether this place may use the tool itself: judge with its hints, or go through its steps. If `false`, people may
 * only record a result that was reached elsewhere, with its date and its author.
 *
 * A finished result is a fact about a person, so recording it needs no permission. Tools of tier B have an owner, whose
 * terms stand in `permission`. The place must name its permission; an unnamed permission counts as none.
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
