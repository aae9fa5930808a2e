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
  // A row that ends with a browser claims a test. One in another shape would be read by nobody.
  const claims = page.split('\n').filter((line) => /^\|.*\| [CFU] +\|$/.test(line));
  assert.deepEqual(
    claims.filter((line) => !rows.some(([row]) => line.includes(row))),
    [],
  );
  const gone = rows.filter(
    ([, file = '', name = '']) => !readFileSync(join(root, file), 'utf8').includes(name),
  );
  assert.deepEqual(
    gone.map(([row]) => row),
    [],
  );
});

test('every attack from T1 to T30 has a test, or a reason', () => {
  // The first cell of a row. What the sentences around the tables name is no proof.
  const cells = page.split('\n').flatMap((line) => /^\| (T\d.*?) \|/.exec(line)?.[1] ?? []);
  const named = new Set(cells.join().match(/\bT\d+\b/g));
  assert.deepEqual(
    Array.from({ length: 30 }, (_, at) => `T${at + 1}`).filter((attack) => !named.has(attack)),
    [],
  );
});
