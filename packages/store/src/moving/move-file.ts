import { EhchError } from '@ehch/clinical';
import { randomBytes, textOf, utf8, type Bytes } from '../keys/bytes.ts';
import { seal, unseal } from '../keys/seal.ts';
import { makeSlot, openSlot, type Slot } from '../keys/slot.ts';
import { fromJson, toJson } from './bytes-in-json.ts';

const VERSION = 1;

/** What of a file is readable without its passphrase: nothing of a person, nor how much there is. */
interface Header {
  readonly ehch: 'moving';
  readonly version: number;
  /** Of {@link databaseName}: a hash of the server and the organisation. */
  readonly database: string;
  readonly slot: Slot;
  readonly iv: Bytes;
}

/** Seals a text under a passphrase: PBKDF2 with 600 000 rounds opens a key of this file, and AES-GCM its content (SPEC M1). */
export async function sealFile(database: string, passphrase: string, text: string): Promise<Bytes> {
  const secret = randomBytes(32);
  const slot = await makeSlot(secret, { with: 'passphrase', sub: '', passphrase });
  const head = { ehch: 'moving', version: VERSION, database, slot } as const;
  const { iv, ct } = await seal(await keyOf(secret), placeOf(head), text);
  const header = utf8(toJson({ ...head, iv } satisfies Header));
  const file = new Uint8Array(4 + header.length + ct.byteLength);
  new DataView(file.buffer).setUint32(0, header.length);
  file.set(header, 4);
  file.set(new Uint8Array(ct), 4 + header.length);
  return file;
}

/**
 * @throws {EhchError} `malformed` if it is no such file, or damaged or cut; `newer-release` if a newer release wrote it;
 *   `bad-argument` if it is of another server or organisation; `forbidden` if the passphrase is wrong
 */
export async function openFile(
  databases: readonly string[],
  passphrase: string,
  file: Uint8Array,
): Promise<string> {
  const { header, ct } = parse(file);
  if (header.version > VERSION)
    throw new EhchError(
      'newer-release',
      'A newer release wrote this file. Load the newest release of this page.',
    );
  if (!databases.includes(header.database))
    throw new EhchError(
      'bad-argument',
      'This file is of another server or organisation. Choose another one.',
    );
  const { slot, iv, ...head } = header;
  const secret = await openSlot(slot, { with: 'passphrase', sub: '', passphrase }).catch((cause: unknown) => {
    throw new EhchError('forbidden', 'This passphrase does not open the file. Try again.', { cause });
  });
  try {
    return await unseal(await keyOf(secret), placeOf({ ...head, slot }), { iv, ct });
  } catch (cause) {
    throw damaged(cause);
  }
}

function parse(file: Uint8Array): { readonly header: Header; readonly ct: ArrayBuffer } {
  try {
    const bytes = new Uint8Array(file);
    const end = 4 + new DataView(bytes.buffer).getUint32(0);
    const header = fromJson(textOf(bytes.subarray(4, end))) as Header;
    // Bounds of the rounds: a file from elsewhere may not make this browser count for hours.
    const isOurs = header.ehch === 'moving' && header.slot.iterations <= 10_000_000;
    if (!isOurs) throw new TypeError('no such file');
    return { header, ct: bytes.slice(end).buffer };
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause: unknown): EhchError {
  const message = 'This file is damaged or not whole. Nothing was taken in. Copy it again from the other PC.';
  return new EhchError('malformed', message, { cause });
}

/** The header is part of what is sealed, so that nobody changes it. */
const placeOf = (head: Omit<Header, 'iv'>) => ['moving', toJson(head)] as const;

const keyOf = (secret: Bytes) =>
  crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt']);
