import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { test } from 'node:test';
import { root } from '../.ci/step.ts';
import {
  BROWSER_TESTS,
  HOUSE_TESTS,
  NODE_TESTS,
  PURE_TESTS,
  STARTS_BROWSER,
  STEP_TESTS,
} from '../.ci/test-files.mjs';
import { testsOf } from '../.ci/test-one.ts';

test('the runner of its folder runs a test file', () => {
  const cfs = 'packages/clinical/src/instruments/cfs/cfs.test.ts';
  assert.deepEqual(testsOf(cfs), { node: [cfs], browser: [] });
  const provider = 'packages/elements/src/provider/provider.test.ts';
  assert.deepEqual(testsOf(provider), { node: [], browser: [provider] });
});

test('a source file means the tests beside it, also where they are several files', () => {
  assert.deepEqual(testsOf('packages/fhir/src/bundle.ts').node, ['packages/fhir/src/bundle.test.ts']);
  const summary = testsOf('packages/elements/src/resident-summary/resident-summary.styles.ts').browser;
  assert.ok(summary.includes('packages/elements/src/resident-summary/resident-summary.test.ts'));
  assert.ok(summary.includes('packages/elements/src/resident-summary/resident-summary.full.test.ts'));
});

test('a folder means all tests below it, each in its own runner', () => {
  const { node, browser } = testsOf('packages');
  assert.ok(node.every((file) => !file.startsWith('packages/elements/')));
  assert.ok(browser.every((file) => /^packages\/(elements|sdk|store)\//.test(file)));
  assert.ok(node.length > 100 && browser.length > 30);
});

test('every test file belongs to a run, so that none stays green because nobody runs it', () => {
  const runs = [BROWSER_TESTS, PURE_TESTS, NODE_TESTS, HOUSE_TESTS, Object.values(STEP_TESTS).flat()].flat();
  const { node, browser } = testsOf(root);
  const all = [...node, ...browser].filter((file) => !file.includes('node_modules/'));
  assert.ok(all.length > 400, `only ${all.length} test files were found`);
  assert.deepEqual(
    all.filter((file) => !runs.some((pattern) => matchesGlob(file, pattern))),
    [],
  );
});

test('a path without tests says where it looked, and where the nearest are', () => {
  const screen = 'extension/src/shell/screens/no-patient.ts';
  assert.throws(
    () => testsOf(screen),
    /No test in or beside .*no-patient\.ts\. The nearest are in extension\/src\/shell\.$/,
  );
  assert.throws(() => testsOf('extension/src/shell/screens'), /nearest are in extension\/src\/shell\.$/);
  assert.throws(() => testsOf('packages/clinical/src/index.ts'), /No test in or beside packages\/clinical/);
  assert.throws(() => testsOf('packages/clinical/src/gone.test.ts'), /No test/);
  assert.throws(() => testsOf('../elsewhere/gone.ts'), /The nearest are in \.\.$/);
});

test('the lists name every test that starts a browser by itself', () => {
  const starting = globSync('{test,packages,extension}/**/*.test.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  }).filter((file) => /^import .*from 'puppeteer-core'/m.test(readFileSync(join(root, file), 'utf8')));
  assert.ok(starting.length > 5);
  for (const file of starting) {
    assert.ok(
      STARTS_BROWSER.some((pattern) => matchesGlob(file, pattern)),
      file,
    );
  }
});
