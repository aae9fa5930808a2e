import { EhchError } from '@ehch/clinical';
import { randomBytes, utf8, type Bytes } from './bytes.ts';
import { checkPassphrase } from './check-passphrase.ts';

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

/** The root key, wrapped for one person. It is all that the disk has of it. */
export interface Slot {
  readonly with: Unlock['with'];
  readonly salt: Bytes;
  /** Of PBKDF2. Kept with the slot, so that it can be raised later. */
  readonly iterations: number;
  readonly wrapped: Bytes;
}

/** OWASP's number for PBKDF2-HMAC-SHA-256. */
const ITERATIONS = 600_000;

/** @throws {EhchError} `bad-argument` if the passphrase or the secret is too weak */
export async function makeSlot(root: Bytes, unlock: Unlock): Promise<Slot> {
  if (unlock.with === 'passphrase') checkPassphrase(unlock.passphrase);
  const salt = randomBytes(16);
  const kek = await keyFrom(unlock, salt, ITERATIONS);
  const key = await crypto.subtle.importKey('raw', root, 'AES-GCM', true, ['encrypt']);
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', key, kek, 'AES-KW'));
  return { with: unlock.with, salt, iterations: ITERATIONS, wrapped };
}

/** The root key in a slot. AES-KW checks itself, so no verifier of the passphrase is stored. */
export async function openSlot(slot: Slot, unlock: Unlock): Promise<Bytes> {
  try {
    if (slot.with !== unlock.with) throw new TypeError('another way of unlocking');
    const kek = await keyFrom(unlock, slot.salt, slot.iterations);
    const key = await crypto.subtle.unwrapKey('raw', slot.wrapped, kek, 'AES-KW', 'AES-GCM', true, [
      'encrypt',
    ]);
    return new Uint8Array(await crypto.subtle.exportKey('raw', key));
  } catch (cause) {
    throw new EhchError('forbidden', 'This does not unlock the records on this device. Try again.', {
      cause,
    });
  }
}

async function keyFrom(unlock: Unlock, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const how =
    unlock.with === 'passphrase'
      ? ({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations } as const)
      : ({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8('ehch/v1/kek') } as const);
  const source = await crypto.subtle.importKey('raw', secretOf(unlock), how.name, false, ['deriveKey']);
  return crypto.subtle.deriveKey(how, source, { name: 'AES-KW', length: 256 }, false, [
    'wrapKey',
    'unwrapKey',
  ]);
}

function secretOf(unlock: Unlock): Bytes {
  // The same passphrase, typed on another keyboard, may come as other code points (NIST SP 800-63B 5.1.1.2).
  if (unlock.with === 'passphrase') return utf8(unlock.passphrase.normalize('NFKC'));
  if (unlock.secret.length < 32)
    throw new EhchError('bad-argument', 'A secret needs at least 32 random bytes.');
  return new Uint8Array(unlock.secret);
}
