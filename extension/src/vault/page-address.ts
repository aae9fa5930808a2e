import type { Runtime } from 'webextension-polyfill';

/** Built by hand, because some browsers give `URL.origin` as "null" for an extension's own scheme. */
export function originOf({ protocol, host }: Pick<URL, 'protocol' | 'host'>): string {
  return `${protocol}//${host}`;
}

/** Addresses of frames that a page wrote by itself. They have the origin of that page. */
const WRITTEN_BY_PAGES = ['about:srcdoc', 'about:blank'];

/**
 * The address of a sender, by the browser alone. `null`: it has none, or its address and its origin contradict each
 * other, as in a sandboxed frame. A frame that a page wrote has the origin of that page for an address.
 */
export function addressOfSender(sender: Pick<Runtime.MessageSender, 'url'>): URL | null {
  const url = URL.parse(sender.url ?? '');
  if (url === null) return null;
  // Chrome sets `origin`, and so does Firefox since version 126. Without it, the address gives the origin.
  const { origin } = sender as { origin?: string };
  if (WRITTEN_BY_PAGES.includes(url.href)) return URL.parse(origin ?? '');
  return origin === undefined || origin === originOf(url) ? url : null;
}
