import { EhchError } from '@ehch/clinical';
import { randomBytes, type Bytes } from './bytes.ts';
import { checkPassphrase } from './check-passphrase.ts';
import { deriveKey, ITERATIONS } from './derive-key.ts';
import type { Unlock } from './unlock.ts';

/** The root key, wrapped for one person. It is all that the disk has of it. */
export interface Slot {
  readonly with: Unlock['with'];
  readonly salt: Bytes;
  /** Of PBKDF2. Kept with the slot, so that it can be raised later. */
  readonly iterations: number;
  readonly wrapped: Bytes;
}

/** @throws {EhchError} `bad-argument` if the passphrase or the secret is too weak */
export async function makeSlot(root: Bytes, unlock: Unlock): Promise<Slot> {
  if (unlock.with === 'passphrase') checkPassphrase(unlock.passphrase);
  const salt = randomBytes(16);
  const kek = await deriveKey(unlock, salt, ITERATIONS);
  const key = await crypto.subtle.importKey('raw', root, 'AES-GCM', true, ['encrypt']);
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', key, kek, 'AES-KW'));
  return { with: unlock.with, salt, iterations: ITERATIONS, wrapped };
}

/** The root key in a slot. AES-KW checks itself, so no verifier of the passphrase is stored. */
export async function openSlot(slot: Slot, unlock: Unlock): Promise<Bytes> {
  try {
    if (slot.with !== unlock.with) throw new TypeError('another way of unlocking');
    const kek = await deriveKey(unlock, slot.salt, slot.iterations);
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
