import { randomBytes, textOf, utf8, type Bytes } from './bytes.ts';

/** What of a row is not readable without a key: AES-256-GCM. */
export interface Sealed {
  readonly iv: Bytes;
  readonly ct: ArrayBuffer;
}

/**
 * What a sealed row is: its store, its key and its format. A row that was moved elsewhere does not open (SPEC K3).
 */
export type Place = readonly (string | number)[];

/** Seals a text. Never called inside a transaction, which would end while WebCrypto works (SPEC D3). */
export async function seal(key: CryptoKey, place: Place, text: string): Promise<Sealed> {
  const iv = randomBytes(12);
  const ct = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: nameOf(place) },
    key,
    utf8(text),
  );
  return { iv, ct };
}

/** @throws {DOMException} `OperationError` if the row was changed, moved, or sealed with another key */
export async function unseal(key: CryptoKey, place: Place, { iv, ct }: Sealed): Promise<string> {
  return textOf(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: nameOf(place) }, key, ct));
}

const nameOf = (place: Place): Bytes => utf8(JSON.stringify(['ehch1', ...place]));
