import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spellings } from '../../packages/store/test/disk.ts';

/** A word or a key that is looked for on a disk. The name goes into messages, so that the word does not. */
export interface Wanted {
  readonly name: string;
  readonly bytes: readonly Buffer[];
}

/** A word in UTF-8, in UTF-16, and in base64 at each of its three offsets. */
export const word = (name: string, text: string): Wanted => ({
  name,
  bytes: spellings(text).map((spelling) => Buffer.from(spelling, 'latin1')),
});

/** A key as it is, and as text in base64, base64url and hexadecimal. */
export function secret(name: string, bytes: Uint8Array): Wanted {
  const key = Buffer.from(bytes);
  const texts = (['base64', 'base64url', 'hex'] as const).map((form) => Buffer.from(key.toString(form)));
  return { name, bytes: [key, ...texts] };
}

export interface Searched {
  readonly files: number;
  readonly bytes: number;
  /** "NAME in FILE", for each that was found. */
  readonly found: readonly string[];
}

/** Looks into every file of a folder, for words that lie in it or stand in the name of a file. */
export function searchFolder(folder: string, wanted: readonly Wanted[]): Searched {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  let bytes = 0;
  const found = files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    const content = Buffer.concat([Buffer.from(path), readFileSync(path)]);
    bytes += content.length;
    return wanted
      .filter((each) => each.bytes.some((spelling) => content.includes(spelling)))
      .map(({ name }) => `${name} in ${path.slice(folder.length + 1)}`);
  });
  return { files: files.length, bytes, found };
}
