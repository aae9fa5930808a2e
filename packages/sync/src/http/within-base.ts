import { EhchError } from '@ehch/clinical';

/**
 * Resolves an address from the server. A `next` link or a reference must not carry the token to another host.
 *
 * @throws {EhchError} `malformed` if the address is not below the configured base
 */
export function withinBase(base: string, address: string): string {
  const root = new URL(base.endsWith('/') ? base : `${base}/`);
  const target = new URL(address, root);
  const inside =
    target.origin === root.origin &&
    (target.pathname.startsWith(root.pathname) || `${target.pathname}/` === root.pathname);
  if (!inside || target.username || target.password) {
    throw new EhchError('malformed', 'This address is not below the configured server. Ask for one that is.');
  }
  return target.href;
}
