import type { Adapter } from '../../hosts/binding.ts';
import { isAdapterOf, isOrigin, type PlaceOfPage } from '../../hosts/matches.ts';

/**
 * The adapters that a frame receives. They are those by which the vault would hear it, and name no other site than
 * its own.
 */
export function adaptersOfPage(adapters: readonly Adapter[], place: PlaceOfPage): readonly Adapter[] {
  return adapters
    .filter((adapter) => isAdapterOf([adapter], adapter.id, place))
    .map((adapter) => ({
      ...adapter,
      match: adapter.match.filter(({ origin }) => isOrigin(origin, place.page)),
    }));
}
