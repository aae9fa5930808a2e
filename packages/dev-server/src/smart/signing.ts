import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A key that signs identity tokens. */
export interface SigningKey {
  /** A JWT, signed with ES256 (RFC 7515, RFC 7518 3.4). */
  sign(claims: Readonly<Record<string, unknown>>): string;
  /** The public half, as a set of keys (RFC 7517 5). */
  readonly keys: { readonly keys: readonly object[] };
}

/** Makes a key for this process. It is never stored, so what it signed ends with the process. */
export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  // The key's id is its thumbprint, whose members stand in alphabetical order (RFC 7638 3).
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  const header = encoded({ alg: 'ES256', typ: 'JWT', kid });
  return {
    sign(claims) {
      const signed = `${header}.${encoded(claims)}`;
      const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
      return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
    },
    keys: { keys: [{ crv, kty, x, y, kid, use: 'sig', alg: 'ES256' }] },
  };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
