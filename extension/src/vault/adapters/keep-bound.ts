import { browser } from '../../browser.ts';
import { boundSitesOf, OWN_KEYS, type BoundSite } from './read-own.ts';

/** Keeps which template reads a site. A site has one: the newest. */
export async function keepBound(site: BoundSite): Promise<void> {
  await change((sites) => [...sites.filter(({ origin }) => origin !== site.origin), site]);
}

/** Forgets the sites for which this holds. */
export async function forgetBound(isForgotten: (origin: string) => boolean): Promise<void> {
  await change((sites) => sites.filter(({ origin }) => !isForgotten(origin)));
}

async function change(to: (sites: readonly BoundSite[]) => readonly BoundSite[]): Promise<void> {
  const before = boundSitesOf(await browser.storage.local.get(OWN_KEYS.bound));
  const after = to(before);
  if (after.length === before.length && after.every((site) => before.includes(site))) return;
  await browser.storage.local.set({ [OWN_KEYS.bound]: after });
}
