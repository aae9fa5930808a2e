import { EhchError } from '@ehch/clinical';
import { utf8, type Bytes } from './bytes.ts';
import type { Unlock } from './unlock.ts';

/** OWASP's number for PBKDF2-HMAC-SHA-256. */
export const ITERATIONS = 600_000;

/** The key that wraps the root key: from a passphrase by PBKDF2, from a secret by HKDF. */
export async function deriveKey(unlock: Unlock, salt: Bytes, iterations: number): Promise<CryptoKey> {
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
