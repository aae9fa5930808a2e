import { browser } from '../browser.ts';
import { hosts } from '../hosts/index.ts';

/** The origins whose pages the vault listens to: the user granted them, and an adapter knows them. */
export async function enabledOrigins(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const known = hosts.flatMap(({ match }) => match.map(({ origin }) => origin));
  return known.filter((origin) => origins.some((pattern) => covers(pattern, origin)));
}

/** Registers the content script for the enabled origins and for no other. An update drops earlier registrations. */
export async function registerContentScripts(): Promise<void> {
  const matches = (await enabledOrigins()).map((origin) => `${withoutPort(origin)}/*`);
  const registered = await browser.scripting.getRegisteredContentScripts();
  // Removed first: a withdrawn permission must also end its content script.
  if (registered.length > 0) await browser.scripting.unregisterContentScripts();
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: 'hosts',
      matches: [...new Set(matches)],
      js: ['content.js'],
      // Some hosts show the banner in a frame of the page.
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}

/** Whether a match pattern from `permissions.getAll`, such as `https://*.example.nhs.uk/*`, covers an origin. */
function covers(pattern: string, origin: string): boolean {
  const [, scheme, host] = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(origin);
  if (!scheme || !host || (scheme !== '*' && `${scheme}:` !== protocol)) return false;
  return host === '*' || host === hostname || (host.startsWith('*.') && hostname.endsWith(host.slice(1)));
}

/** Match patterns have no ports, but the demo's hosts do. */
function withoutPort(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}

/** Built by hand, because some browsers give `URL.origin` as "null" for an extension's own scheme. */
export function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
