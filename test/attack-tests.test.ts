// The table of attacks names files and tests. A test that was renamed or taken out would leave an attack without a proof.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/attack-tests.md'), 'utf8');

test('every test that the table of attacks names stands in its file', () => {
  const rows = [...page.matchAll(/`([^`]+\.test\.ts)`: "([^"]+)"/g)];
  assert.ok(rows.length > 30, `${rows.length} rows were found, so the test reads nothing`);
  const gone = rows.filter(
    ([, file = '', name = '']) => !readFileSync(join(root, file), 'utf8').includes(name),
  );
  assert.deepEqual(
    gone.map(([row]) => row),
    [],
  );
});

test('every attack from T1 to T30 has a test, or a reason', () => {
  const named = new Set([...page.matchAll(/\bT(\d+)\b/g)].map(([, number]) => Number(number)));
  assert.deepEqual(
    Array.from({ length: 30 }, (_, at) => at + 1).filter((number) => !named.has(number)),
    [],
  );
});
