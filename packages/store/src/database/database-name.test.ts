import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseName } from './database-name.ts';

const SERVER = 'https://record.test/fhir';

test('an address with a slash at its end is the same server, and has the same database', async () => {
  const name = await databaseName(SERVER, 'Rowan Court');
  assert.equal(await databaseName(`${SERVER}/`, 'Rowan Court'), name);
  assert.equal(name, 'ehch1-TbFrJomEBqTNYjxa', 'released databases depend on it');
});

test('another server, and another organisation, have databases of their own', async () => {
  const names = await Promise.all([
    databaseName(SERVER, 'Rowan Court'),
    databaseName(`${SERVER}/r4`, 'Rowan Court'),
    databaseName(SERVER, ''),
  ]);
  assert.equal(new Set(names).size, 3);
});
