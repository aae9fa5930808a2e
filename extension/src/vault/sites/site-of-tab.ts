import type { Adapter } from '../../hosts/binding.ts';
import { isExactOrigin } from '../../hosts/exact-origin.ts';
import { isOrigin } from '../../hosts/matches.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { originOf } from '../page-address.ts';

/** Whether the page of a tab stands on an enabled site, and if not, what can be done about it. */
export type Site = { readonly state: 'enabled' } | NotEnabled;

type NotEnabled = { readonly state: 'not-enabled' } & Pick<
  Extract<SideState, { kind: 'not-enabled' }>,
  'origin' | 'may' | 'offers'
>;

/**
 * Looks up the site of a tab's address. `undefined`: the browser does not say it, because this extension has no
 * permission there. So it is no enabled site.
 */
export function siteOf(address: string | undefined, inForce: InForce): Site {
  const url = URL.parse(address ?? '');
  if (url === null) return notEnabled(null, 'ask-the-browser');
  // A page of the browser itself, or a file, has no site.
  if (!url.protocol.startsWith('http')) return notEnabled(null, 'never');
  if (isAt(inForce.adapters, url)) return { state: 'enabled' };
  const origin = originOf(url);
  if (inForce.never.includes(origin)) return notEnabled(origin, 'never');
  const waiting = inForce.waiting.filter((adapter) => isAt([adapter], url));
  if (waiting.length > 0)
    return notEnabled(
      origin,
      'enable',
      waiting.map(({ template: { title } }) => ({ title, template: null })),
    );
  if (!isExactOrigin(origin, { localhost: __DEMO__, port: __DEMO__ })) return notEnabled(origin, 'never');
  if (inForce.templates.length === 0) return notEnabled(origin, 'ask-the-administrator');
  return notEnabled(
    origin,
    'enable',
    inForce.templates.map(({ id, title }) => ({ title, template: id })),
  );
}

function notEnabled(
  origin: string | null,
  may: NotEnabled['may'],
  offers: NotEnabled['offers'] = [],
): NotEnabled {
  return { state: 'not-enabled', origin, may, offers };
}

function isAt(adapters: readonly Adapter[], url: URL): boolean {
  return adapters.some(({ match }) => match.some(({ origin }) => isOrigin(origin, url)));
}
