// Follows each recipe of CONTRIBUTING.md in a copy of the tree. It must touch as many files as the row says, the types must
// hold, and the nearest tests must pass.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { apply, checkTypes, copyOfTree, root, runTests } from './recipe.ts';
import { RECIPES } from './recipes.ts';

let folder: string;
before(() => {
  folder = copyOfTree();
  for (const recipe of RECIPES) apply(folder, recipe);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The rows of the table, by the thing that they add. */
const rows = new Map(
  readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => [cells[1] ?? '', cells] as const),
);

for (const { adds, creates, edits, tests } of RECIPES) {
  const files = `${Object.keys(creates).length} + ${Object.keys(edits).length}`;
  test(`adding a ${adds} touches the files that CONTRIBUTING.md says: ${files}`, () => {
    const row = rows.get(adds);
    assert.ok(row, `CONTRIBUTING.md has no row "${adds}".`);
    assert.ok(row.includes(files), `The row "${adds}" says: ${row.join(' | ')}`);
    for (const path of Object.keys(edits)) {
      // A row writes a variable part in angle brackets: `sections/<section>.ts`.
      const isNamed = [...row.join(' ').matchAll(/`([^`]+)`/g)].some(([, pattern = '']) =>
        new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/<[^>]+>/g, '[^/]+')}$`).test(path),
      );
      assert.ok(isNamed, `The row "${adds}" does not name ${path}.`);
    }
  });

  test(`adding a ${adds} passes the nearest tests`, () => {
    const { passed, output } = runTests(folder, tests);
    assert.ok(passed, output);
  });
}

test('after all recipes together, the types hold', () => {
  const { passed, output } = checkTypes(folder);
  assert.ok(passed, output);
});
