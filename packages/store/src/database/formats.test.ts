import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readFile, writeFile, type DatabaseFile } from '../../test/formats/database-file.ts';
import { fill, SECRET, seen } from '../../test/formats/sample-database.ts';
import { newName, openInSession } from '../../test/opened.ts';
import { openDatabase } from './open-database.ts';

// One file for each released format. It is written once, by the release that had it, and never again: delete a file of a
// format that no release had yet, and the test writes it.
const path = new URL('../../test/formats/format-1.json', import.meta.url);

test('D6: a database of format 1 is read whole by this release', async () => {
  const session = { secret: SECRET };
  const fresh = await openInSession(newName(), session);
  await fill(fresh);
  const expected = await seen(fresh);
  fresh.close();
  if (!existsSync(path)) writeFileSync(path, `${JSON.stringify(await sampleFile(), null, 1)}\n`);
  const name = newName();
  (await openDatabase(name)).close();
  await readFile(name, JSON.parse(readFileSync(path, 'utf8')) as DatabaseFile);
  const old = await openInSession(name, session);
  assert.deepEqual(await seen(old), expected);
  old.close();
});

async function sampleFile(): Promise<DatabaseFile> {
  const name = newName();
  const store = await openInSession(name, { secret: SECRET });
  await fill(store);
  store.close();
  return writeFile(name);
}
