import { base64Url, utf8 } from '../keys/bytes.ts';

/**
 * The name of the database of one server and organisation. It is a hash, so that the disk does not name the
 * organisation. Who knows both can still tell that they are used here. A slash at the end of the address changes nothing:
 * in another database the work of yesterday would be out of sight.
 */
export async function databaseName(fhirBaseUrl: string, organisation: string): Promise<string> {
  const server = fhirBaseUrl.replace(/\/+$/, '');
  const hash = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify([server, organisation])));
  return `ehch1-${base64Url(new Uint8Array(hash, 0, 12))}`;
}
