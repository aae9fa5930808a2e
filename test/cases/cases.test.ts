import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { test } from 'node:test';
import type { CaseTest } from './case-test.ts';
import { CASES } from './cases.ts';

const root = join(import.meta.dirname, '../..');
const shared = join(root, '../shared/cases');

/** The titles of the tests in a file, as they stand there. */
function titlesIn(file: string): ReadonlySet<string> {
  const text = readFileSync(join(root, file), 'utf8');
  const titles = text.matchAll(/\b(?:test|it)\(\s*(?:'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`)/g);
  return new Set([...titles].map(([, plain, table]) => (plain ?? table ?? '').replaceAll(/\\(['`])/g, '$1')));
}

function missing({ file, title, row }: CaseTest): string[] {
  if (!existsSync(join(root, file))) return [`no file ${file}`];
  const table = row === undefined ? '' : readFileSync(join(root, row.in ?? file), 'utf8');
  return [
    ...(titlesIn(file).has(title) ? [] : [`no test “${title}” in ${file}`]),
    ...(row === undefined || table.includes(row.text) ? [] : [`no row ${row.text} in ${row.in ?? file}`]),
  ];
}

test('every case that was tried from outside is held by a test that exists', () => {
  const faults = Object.entries(CASES).flatMap(([id, tests]) =>
    (tests.length === 0 ? ['nothing holds it'] : tests.flatMap(missing)).map((words) => `${id}: ${words}`),
  );
  assert.deepEqual(faults, []);
});

test('a test that was renamed, a table that lost its row and a file that is gone are found', () => {
  const [held] = CASES['reader/29-name-prefix-string'] ?? assert.fail();
  assert.ok(held);
  assert.deepEqual(missing(held), []);
  assert.equal(missing({ ...held, title: 'another title' }).length, 1);
  assert.equal(missing({ ...held, row: { text: 'a row that nobody wrote' } }).length, 1);
  assert.equal(missing({ ...held, file: 'test/cases/gone.test.ts' }).length, 1);
});

test(
  'no case beside this checkout is without a test, and none is named that is not there',
  { skip: existsSync(shared) ? false : '../shared/cases is not beside this checkout' },
  () => {
    assert.deepEqual(Object.keys(CASES).toSorted(), idsIn(shared).toSorted());
  },
);

/**
 * A case is one input; where a folder only describes it, the folder, and where a file lists several, each by its
 * own id.
 */
function idsIn(folder: string): readonly string[] {
  const bugs = readdirSync(join(folder, 'bugs')).flatMap((name) => {
    const inputs = inputsOf(join(folder, 'bugs', name));
    return inputs.length === 0 ? [`bugs/${name}`] : inputs.map((input) => `bugs/${name}/${input}`);
  });
  const clinical = inputsOf(join(folder, 'clinical')).flatMap((name) => {
    const listed = listedIn(JSON.parse(readFileSync(join(folder, 'clinical', `${name}.json`), 'utf8')));
    return listed.length === 0 ? [`clinical/${name}`] : listed.map((id) => `clinical/${name}/${id}`);
  });
  return [...inputsOf(join(folder, 'reader')).map((name) => `reader/${name}`), ...bugs, ...clinical];
}

function inputsOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.(json|ndjson)$/.test(name))
    .map((name) => parse(name).name);
}

interface Listing {
  readonly cases?: readonly { readonly id: string }[];
  readonly instruments?: Readonly<Record<string, { readonly vectors: readonly { readonly id: string }[] }>>;
}

function listedIn({ cases = [], instruments = {} }: Listing): readonly string[] {
  return [...cases, ...Object.values(instruments).flatMap(({ vectors }) => vectors)].map(({ id }) => id);
}
