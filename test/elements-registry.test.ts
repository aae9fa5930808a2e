import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const src = new URL('../packages/elements/src/', import.meta.url);

/** The files of a component. */
const PARTS = new Set(['internal', 'form']);

const folders = readdirSync(src, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !PARTS.has(entry.name))
  .map(({ name }) => name);

function read(path: string): string {
  return readFileSync(new URL(path, src), 'utf8');
}

test('every component folder has one line in the registry, and every line has a folder', () => {
  const lines = [...read('index.ts').matchAll(/^export \* from '\.\/([\w-]+)\/index\.ts';$/gm)].map(
    ([, name]) => name,
  );
  assert.deepEqual(new Set(lines), new Set(folders));
  assert.equal(read('index.ts').trim().split('\n').length, lines.length);
  assert.ok(folders.length > 0);
});

for (const name of folders) {
  test(`${name} has its five files, a class without side effects, and one place that defines its tag`, () => {
    for (const file of [
      `${name}.ts`,
      `${name}.styles.ts`,
      `${name}.fixtures.ts`,
      `${name}.test.ts`,
      'index.ts',
    ]) {
      assert.ok(existsSync(new URL(`${name}/${file}`, src)), file);
    }
    const tag = `ehch-${name}`;
    assert.match(read(`${name}/${name}.ts`), new RegExp(`interface HTMLElementTagNameMap \\{\\s+'${tag}':`));
    assert.match(read(`${name}/${name}.ts`), new RegExp(`@tag ${tag}\\b`));
    assert.doesNotMatch(read(`${name}/${name}.ts`), /define\(/);
    assert.match(read(`${name}/index.ts`), new RegExp(`^define\\('${tag}', `, 'm'));
  });
}
