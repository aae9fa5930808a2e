/** How a person opens the database. */
export type Unlock =
  | { readonly with: 'passphrase'; readonly sub: string; readonly passphrase: string }
  /**
   * At least 32 secret bytes from outside this browser's storage: the output of WebAuthn's PRF extension, or what a
   * vendor's {@link KeyProvider} gives.
   */
  | { readonly with: 'secret'; readonly sub: string; readonly secret: Uint8Array };

/** A vendor's own keeper of keys, such as a server that gives them to a signed-in person. */
export interface KeyProvider {
  /** At least 32 random bytes: the same at each call for one database and person, and no others for anybody else. */
  secretFor(database: string, sub: string): Promise<Uint8Array>;
}
