import { browser } from '../../browser.ts';
import type { Template } from '../../hosts/template.ts';
import { OWN_KEYS, taughtSitesOf, type TaughtSite } from './read-own.ts';

/** Keeps what somebody taught of a site. A site has one: the newest. It holds no word of a page. */
export async function keepTaught(site: {
  readonly origin: string;
  readonly template: Template;
  readonly state: TaughtSite['state'];
}): Promise<void> {
  const { origin, template, state } = site;
  const adapter = { id: template.id, template, match: [{ origin, pathPrefix: '/' }] };
  await change((sites) => [...sites.filter((each) => originOf(each) !== origin), { state, adapter }]);
}

/** Forgets what was taught of the sites for which this holds. What has another form than ours goes too. */
export async function forgetTaught(isForgotten: (origin: string) => boolean): Promise<void> {
  await change((sites) =>
    sites.filter((each) => {
      const origin = originOf(each);
      return origin !== null && !isForgotten(origin);
    }),
  );
}

function originOf({ adapter: { match } }: TaughtSite): string | null {
  const [site] = Array.isArray(match) ? (match as { readonly origin?: unknown }[]) : [];
  return typeof site?.origin === 'string' ? site.origin : null;
}

async function change(to: (sites: readonly TaughtSite[]) => readonly TaughtSite[]): Promise<void> {
  const before = taughtSitesOf(await browser.storage.local.get(OWN_KEYS.taught));
  const after = to(before);
  if (after.length === before.length && after.every((site) => before.includes(site))) return;
  await browser.storage.local.set({ [OWN_KEYS.taught]: after });
}
