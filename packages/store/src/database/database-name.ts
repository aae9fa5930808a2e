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

/** The organisation for which somebody works. Its id decides, where the sign-in gives one: a name may be spelt in many ways. */
export interface NamedOrganisation {
  /** Such as an ODS code, or the id on the server. `null`: not known. */
  readonly id: string | null;
  /** As the sign-in spells it. */
  readonly name: string;
}

/** The hashes by which the database of an organisation is found. */
export interface DatabaseKeys {
  /** Of the spelling, letter by letter: the name of a database that was made without an id. */
  readonly spelt: string;
  /** Of the spelling, whatever its capitals and spaces. */
  readonly folded: string;
  /** Of the id. `null`: there is none. */
  readonly id: string | null;
}

export async function databaseKeys(
  fhirBaseUrl: string,
  { id, name }: NamedOrganisation,
): Promise<DatabaseKeys> {
  const folded = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const known = id?.trim() ?? '';
  const [spelt, same, byId] = await Promise.all([
    databaseName(fhirBaseUrl, name),
    databaseName(fhirBaseUrl, `folded ${folded}`),
    known === '' ? null : databaseName(fhirBaseUrl, `id ${known}`),
  ]);
  return { spelt, folded: same, id: byId };
}
