import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const pages = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md')
    .map((file) => join(folder, file)),
);

/** Folders that only a command makes. */
const MADE_BY_COMMANDS = /node_modules|\/dist\//;

test('every path that a page names exists', () => {
  const named = pages.flatMap((page) =>
    [
      ...readFileSync(join(root, page), 'utf8').matchAll(
        /`((?:packages|extension|examples|docs|test|\.ci)\/[^`\s<>*{}…]+)`/g,
      ),
    ].map(([, path = '']) => ({ page, path })),
  );
  assert.ok(named.length > 100, `${named.length} paths were found, so the test reads nothing`);
  const gone = named.filter(({ path }) => !MADE_BY_COMMANDS.test(path) && !existsSync(join(root, path)));
  assert.deepEqual(gone, []);
});

test('every file that the map of the code names by its name alone exists', () => {
  const files = globSync('{packages,extension,test}/**/*.{ts,json}', {
    cwd: root,
    exclude: (path) => MADE_BY_COMMANDS.test(`${path}/`),
  });
  const names = new Set(files.map((path) => basename(path)));
  const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const named = [...map.matchAll(/`([\w.-]+\.(?:ts|json))`/g)].map(([, name = '']) => name);
  assert.ok(named.length > 10, `${named.length} names were found, so the test reads nothing`);
  assert.deepEqual(
    named.filter((name) => !names.has(name) && !existsSync(join(root, name))),
    [],
  );
});
