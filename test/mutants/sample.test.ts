import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../.ci/step.ts';
import { mutantsOf, sample, sourcesAt } from './sample.ts';

const FILE = 'packages/clinical/src/a.ts';

function mutantsIn(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  mkdirSync(join(folder, 'packages/clinical/src'), { recursive: true });
  writeFileSync(join(folder, FILE), text);
  return mutantsOf(folder, [FILE]);
}

test('an area is a path, and has sources but no tests, fixtures or styles', () => {
  const files = sourcesAt(root, 'packages/elements/src/form');
  assert.ok(files.includes('packages/elements/src/form/total.ts'));
  assert.deepEqual(
    files.filter((file) => /\.(test|fixtures|styles)\.ts$/.test(file) || !/\/form\//.test(file)),
    [],
  );
  assert.deepEqual(sourcesAt(root, FILE), []);
});

test('the same seed gives the same sample, and another seed another', () => {
  const mutants = mutantsOf(root, sourcesAt(root, 'packages/clinical/src/display'));
  const keys = (seed: number) => sample(mutants, 20, seed).map(({ key }) => key);
  assert.deepEqual(keys(1), keys(1));
  assert.notDeepEqual(keys(1), keys(2));
  assert.equal(new Set(keys(1)).size, 20);
});

test('a rare kind of fault is sampled as often as a common one', () => {
  const mutants = mutantsIn('const known = a ?? b;\nif (a) f();\nif (b) f();\nif (c) f();');
  assert.deepEqual(
    sample(mutants, 3, 1)
      .map(({ kind }) => kind)
      .toSorted(),
    ['condition', 'effect', 'fallback'],
  );
});

test('a mutant keeps its key when lines move, and has another when its statement changes', () => {
  const key = (text: string) => mutantsIn(text).map((mutant) => mutant.key);
  const text = 'const is = a < b;';
  assert.deepEqual(key(`\n\n${text}`), key(text));
  assert.notDeepEqual(key('const is = a < c;'), key(text));
  assert.equal(new Set(key('const is = a < b || c < d || a < b;')).size, 8);
});
