import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FAULTS } from './faults/registry.ts';
import { PERSONALITIES } from './personality/registry.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

/** The rows of the table below a heading, cell by cell, without the head. */
function rowsUnder(heading: string): string[][] {
  const [section = ''] = readme.slice(readme.indexOf(`## ${heading}`) + 3).split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

test('the README lists every personality, with what it means and where it was seen', () => {
  const rows = Object.entries(PERSONALITIES).map(([name, { means, source }]) => [
    `\`${name}\``,
    means,
    source,
  ]);
  assert.deepEqual(rowsUnder('Personalities'), rows);
});

test('the README lists every fault, with what happens', () => {
  assert.deepEqual(
    rowsUnder('Faults'),
    Object.entries(FAULTS).map(([name, { means }]) => [`\`${name}\``, means]),
  );
});
