import type { Adapter } from '../../hosts/binding.ts';
import { isExactOrigin } from '../../hosts/exact-origin.ts';
import { isOrigin } from '../../hosts/matches.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { originOf } from '../page-address.ts';

/** Whether the page of a tab stands on an enabled site, and if not, what can be done about it. */
export type Site = Enabled | NotEnabled;

/** A page that may be taught, and whether a draft of it is kept. */
type MayTeach = NonNullable<Extract<SideState, { kind: 'not-enabled' }>['teach']>;

type Enabled = { readonly state: 'enabled'; readonly teach?: MayTeach };

type NotEnabled = { readonly state: 'not-enabled' } & Pick<
  Extract<SideState, { kind: 'not-enabled' }>,
  'origin' | 'may' | 'offers' | 'teach'
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
  const origin = originOf(url);
  const teach = teachAt(url, inForce);
  if (isAt(inForce.adapters, url)) return { state: 'enabled', ...teach };
  if (inForce.never.includes(origin)) return notEnabled(origin, 'never');
  const waiting = inForce.waiting.filter((adapter) => isAt([adapter], url));
  if (waiting.length > 0)
    return notEnabled(
      origin,
      'enable',
      waiting.map(({ template: { title } }) => ({ title, template: null })),
      teach,
    );
  if (!isExactOrigin(origin, { localhost: __DEMO__, port: __DEMO__ })) return notEnabled(origin, 'never');
  if (inForce.templates.length === 0 && teach.teach === undefined)
    return notEnabled(origin, 'ask-the-administrator');
  return notEnabled(
    origin,
    'enable',
    inForce.templates.map(({ id, title }) => ({ title, template: id })),
    teach,
  );
}

/**
 * Whether the page may be taught: one of an origin that a user may enable, and for which the organisation gave nothing.
 * What it gave goes before anything that a user taught.
 */
export function teachAt(
  url: URL,
  { allowsTeach, adapters, waiting, drafts, never }: InForce,
): { teach?: MayTeach } {
  const origin = originOf(url);
  const isGiven = isAt(
    [...adapters, ...waiting].filter(({ from }) => from === 'managed'),
    url,
  );
  const may = isExactOrigin(origin, { localhost: __DEMO__, port: __DEMO__ }) && !never.includes(origin);
  return allowsTeach && may && !isGiven ? { teach: { origin, hasDraft: isAt(drafts, url) } } : {};
}

function notEnabled(
  origin: string | null,
  may: NotEnabled['may'],
  offers: NotEnabled['offers'] = [],
  teach: { teach?: MayTeach } = {},
): NotEnabled {
  return { state: 'not-enabled', origin, may, offers, ...teach };
}

function isAt(adapters: readonly Adapter[], url: URL): boolean {
  return adapters.some(({ match }) => match.some(({ origin }) => isOrigin(origin, url)));
}
