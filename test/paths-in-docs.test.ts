import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/** The part of an address that leads to a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** Whether a link leads to a file, and to a heading of it where it names one. */
function leads(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  if (anchor === undefined) return true;
  const headings = readFileSync(join(root, file), 'utf8').matchAll(/^#+ (.*)$/gm);
  return [...headings].some(([, heading = '']) => anchorOf(heading) === anchor);
}

test('every link of a page leads to a file, and to a heading that it has', () => {
  const links = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, link = '']) => ({
      page,
      link,
    })),
  );
  const own = links.filter(({ link }) => !/^(?:https?|mailto):/.test(link));
  assert.ok(own.length > 100, `${own.length} links were found, so the test reads nothing`);
  assert.deepEqual(
    own.filter(({ page, link }) => !leads(page, link)),
    [],
  );
  assert.ok(leads('README.md', 'docs/place-file.md#what-the-place-words-and-chooses'));
  assert.ok(!leads('README.md', 'docs/place-file.md#what-the-place-words'));
});

test('the contents of the docs list every page', () => {
  const contents = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const listed = readdirSync(join(root, 'docs')).filter(
    (file) => file.endsWith('.md') && file !== 'README.md',
  );
  assert.deepEqual(
    listed.filter((file) => !contents.includes(`](${file})`)),
    [],
  );
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
