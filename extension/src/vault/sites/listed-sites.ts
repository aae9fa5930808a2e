import type { ListedSite } from '../../messages/side-state.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { isGranted } from './is-granted.ts';

/**
 * The enabled sites as the panel lists them.
 *
 * @param required match patterns that the manifest requires: no browser lets anybody take those away
 */
export function listedSites({ adapters }: InForce, required: readonly string[]): readonly ListedSite[] {
  return adapters.flatMap(({ match, from, template: { title } }) =>
    match.map(({ origin }) => ({
      origin,
      title,
      from,
      // What this user bound is forgotten, whatever the browser goes on permitting.
      canBeRevoked: from === 'bound' || !isGranted(required, origin),
    })),
  );
}
