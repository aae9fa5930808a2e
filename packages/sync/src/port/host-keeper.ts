import { base64Url, fromBase64Url, type SessionKeeper } from '@ehch/store';
import type { SecretKeeping } from '../protocol.ts';

/**
 * Keeps the secret of a session at the other end of the port, for an engine that the browser may stop at any moment, as in
 * an extension. There is one engine at a time, so nobody has to be let in one after another.
 */
export function hostKeeper(host: SecretKeeping): SessionKeeper {
  return {
    async join(database, begin) {
      const kept = await host.secretOf({ database });
      if (kept !== null) return fromBase64Url(kept);
      const secret = await begin();
      // Before anything is sealed with it: what nobody could open again would be lost.
      await host.keepSecret({ database, secret: base64Url(secret) });
      return secret;
    },
    // Whoever keeps it decides when it goes. A lock may not lose what was not sent.
    share: () => undefined,
    leave: () => undefined,
  };
}
