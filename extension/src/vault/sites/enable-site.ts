import { browser } from '../../browser.ts';
import { sitePattern } from '../../messages/site-pattern.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { keepBound } from '../adapters/keep-bound.ts';
import { siteOf } from './site-of-tab.ts';

/**
 * Binds a template to a site, after the user granted the browser's permission in the panel. The press names the site
 * that stood on the button, and the vault decides anew whether it may be enabled in this way.
 */
export async function enableSite(
  { origin, template }: { readonly origin: string; readonly template: string },
  inForce: InForce,
): Promise<void> {
  const site = siteOf(`${origin}/`, inForce);
  if (site.state === 'enabled' || site.origin !== origin) return;
  if (!site.offers.some((offer) => offer.template === template)) return;
  // Guard: without the permission, a site must not begin to be read by itself on another day.
  if (await browser.permissions.contains({ origins: [sitePattern(origin)] }))
    await keepBound({ origin, template });
}
