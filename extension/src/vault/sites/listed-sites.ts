import type { ListedSite } from '../../messages/side-state.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';

/** The enabled sites as the panel lists them. */
export function listedSites({ adapters }: InForce): readonly ListedSite[] {
  return adapters.flatMap(({ match, from, template: { title } }) =>
    match.map(({ origin }) => ({
      origin,
      title,
      from,
      // A demo build has its permission from its manifest, and no browser lets anybody take that away.
      canBeRevoked: !(__DEMO__ && from === 'built-in'),
    })),
  );
}
