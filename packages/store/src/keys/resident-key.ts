import type { Bytes } from './bytes.ts';

/** The key of one resident's cached copies. Who loses it has lost the copies (SPEC P1). */
export interface ResidentKey {
  readonly key: CryptoKey;
  readonly wrapped: Bytes;
}

const GCM = { name: 'AES-GCM', length: 256 } as const;

export async function newResidentKey(wrapping: CryptoKey): Promise<ResidentKey> {
  const made = await crypto.subtle.generateKey(GCM, true, ['encrypt', 'decrypt']);
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', made, wrapping, 'AES-KW'));
  // The key that was made could be exported. The one in use cannot.
  return { key: await unwrapResidentKey(wrapped, wrapping), wrapped };
}

/** @throws {DOMException} `OperationError` if it was wrapped with another key */
export function unwrapResidentKey(wrapped: Bytes, wrapping: CryptoKey): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', GCM, false, ['encrypt', 'decrypt']);
}

/** The same key under another wrapping key, when that is changed after a purge. */
export async function rewrap(wrapped: Bytes, from: CryptoKey, to: CryptoKey): Promise<Bytes> {
  const key = await crypto.subtle.unwrapKey('raw', wrapped, from, 'AES-KW', GCM, true, [
    'encrypt',
    'decrypt',
  ]);
  return new Uint8Array(await crypto.subtle.wrapKey('raw', key, to, 'AES-KW'));
}
