import type { Broken, Invariant, LiveResource, ObservedClient } from './observed.ts';

/** I4: the cache is what the server has, for every resident in scope: nothing stale, missing or left over. */
export const convergence: Invariant = ({ clients, live }) =>
  clients.flatMap((client) => differences(client, live));

function differences({ name, held }: ObservedClient, live: readonly LiveResource[]): readonly Broken[] {
  return [...held].flatMap(([resident, versions]) => {
    const own = live.filter((resource) => resource.resident === resident);
    const there = new Map(own.map((resource) => [`${resource.type}/${resource.id}`, resource.version]));
    const say = (word: string, key: string): Broken => ({
      invariant: 'I4',
      what: `${word} at ${name}: ${key}`,
    });
    const missing = [...there].flatMap(([key, version]) => {
      const copy = versions.get(key);
      if (copy === undefined || copy.isDeleted) return [say('missing', key)];
      return copy.version === version ? [] : [say('stale', key)];
    });
    const leftOver = [...versions].flatMap(([key, { isDeleted }]) =>
      isDeleted || there.has(key) ? [] : [say('left over', key)],
    );
    return [...missing, ...leftOver];
  });
}
