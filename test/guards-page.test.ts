// The page of guards names the test that goes red without each. A test that was renamed or taken out would leave a
// guard without a proof.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const exclude = (path: string) => /node_modules|(?:^|\/)dist(?:\/|$)/.test(path);
const files = globSync('{packages,extension,test}/**/*.{test.ts,html}', { cwd: root, exclude });
const page = readFileSync(join(root, 'docs/guards.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('|'));

/** The test files that a row or a cell names: by their whole name, or with the folders before it. */
const namedIn = (text: string) => [...text.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, name = '']) => name);
const of = (name: string) => files.filter((file) => `/${file}`.endsWith(`/${name}`));

test('every test file that the page of guards names exists', () => {
  const named = rows.flatMap(namedIn);
  assert.ok(named.length > 40, `${named.length} names were found, so the test reads nothing`);
  assert.deepEqual(
    named.filter((name) => of(name).length === 0),
    [],
  );
});

test('every title that the page of guards quotes stands in a file named beside it', () => {
  // The cell that names the test. What a guard holds back is told in another, which may quote the screen.
  const cells = rows.flatMap((row) => row.split(' | ')).filter((cell) => /`[\w./-]+\.test\.ts`/.test(cell));
  const quoted = cells.flatMap((cell) =>
    [...cell.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ cell, title })),
  );
  assert.ok(quoted.length > 30, `${quoted.length} titles were found, so the test reads nothing`);
  const gone = quoted.filter(({ cell, title }) => {
    if (title.endsWith('.html')) return !files.some((file) => basename(file) === title);
    return !namedIn(cell)
      .flatMap(of)
      .some((file) => stands(title, readFileSync(join(root, file), 'utf8')));
  });
  assert.deepEqual(
    gone.map(({ title }) => title),
    [],
  );
});

test('the check of a title notices other words, and words that no case of the test fills in', () => {
  const text =
    "for (const what of ['of two sites']) test(`parts ${what} make it unclear`, () => {}); // parts of two pages";
  for (const title of [
    'parts of two sites make it unclear',
    'parts … make it unclear',
    'parts of two sites …',
  ])
    assert.ok(stands(title, text), title);
  for (const title of [
    'parts of two pages make it unclear',
    'parts of two sites make it clear',
    'parts of two pages',
    '…',
  ])
    assert.ok(!stands(title, text), title);
  assert.ok(!stands('a title that waits', "test.skip('a title that waits', () => {});"));
});

/** Characters. Fewer would stand in many a title, and "…" alone in each. */
const SHORTEST = 8;

/** Whether a file has a test of this title. The page shortens a long title by "…". */
function stands(title: string, text: string): boolean {
  const parts = title.split('…').map((part) => part.trim());
  if (parts.join('').length < SHORTEST) return false;
  return titlesIn(text).some((each) => parts.every((part) => each.includes(part)));
}

/** The titles of a file's tests that run. Where a table of cases fills one in, it is filled in with every string of the file. */
function titlesIn(text: string): readonly string[] {
  const titles = [...text.matchAll(/\b(?:test|it)\(\s*(['"`])(.*?)\1,/gs)].map(([, , title = '']) => title);
  const strings = [...text.matchAll(/(['"])(.*?)\1/g)].map(([, , words = '']) => words);
  return titles.flatMap((title) =>
    title.includes('${') ? strings.map((words) => title.replaceAll(/\$\{[^}]*\}/g, () => words)) : [title],
  );
}
