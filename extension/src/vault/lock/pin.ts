import { isPin } from '../../messages/accounts.ts';
import * as z from 'zod/mini';

/** What a PIN is compared with. It is in the session's memory alone: on a disk, six digits would fall in minutes. */
const shape = z.strictObject({ salt: z.string(), hash: z.string() });
export type PinCheck = z.infer<typeof shape>;

/** [P] So that somebody who reads the memory once does not read the PIN itself. It guards nothing on a disk. */
const ROUNDS = 100_000;

export async function pinCheckOf(pin: string): Promise<PinCheck> {
  const salt = base64(crypto.getRandomValues(new Uint8Array(16)));
  return { salt, hash: await hashed(pin, salt) };
}

/** Whether a PIN is the one that was chosen. What lies there and is none of ours fits no PIN. */
export async function isRightPin(pin: string, kept: unknown): Promise<boolean> {
  const read = shape.safeParse(kept);
  return read.success && isPin(pin) && (await hashed(pin, read.data.salt)) === read.data.hash;
}

async function hashed(pin: string, salt: string): Promise<string> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveBits']);
  const by = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: ROUNDS };
  return base64(new Uint8Array(await crypto.subtle.deriveBits(by, key, 256)));
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
