import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EhchError } from '@ehch/clinical';

/** The .json and .ndjson files at a path, sorted. @throws {EhchError} `bad-argument` if there is nothing at the path */
export function findFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found)
    throw new EhchError('bad-argument', `There is nothing at ${path}. Give the path of a file or folder.`);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|ndjson)$/i.test(name))
    .toSorted()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}
