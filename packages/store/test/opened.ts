import { openSealedStore, type SealedStore, type SealedStoreOptions, type SessionKeeper } from '@ehch/store';

let count = 0;

/** A name that no other test has. */
export const newName = (): string => `ehch1-test-${++count}-${crypto.randomUUID()}`;

/** The keeper of a session that lives in this test alone, and as long as the test wants. */
export function keeperFor(session: { secret: Uint8Array<ArrayBuffer> | null }): SessionKeeper {
  return {
    join: async (_, begin) => (session.secret ??= await begin()),
    share: () => undefined,
    leave: () => undefined,
  };
}

/** A store in memory mode. `session` outlives it, as another window would. */
export function openInSession(
  name: string,
  session: { secret: Uint8Array<ArrayBuffer> | null },
  more: Partial<SealedStoreOptions> = {},
): Promise<SealedStore> {
  return openSealedStore({ name, mode: 'memory', keeper: keeperFor(session), ...more });
}

/** Opens by secrets, because they need no time to be tried, unlike a passphrase. */
export const secretOf = (sub: string, byte = 7) =>
  ({ with: 'secret', sub, secret: new Uint8Array(32).fill(byte) }) as const;
