import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

const REPORTER = fileURLToPath(new URL('../.ci/node-reporter.ts', import.meta.url));

/** Runs test files with these texts under our reporter. */
function run(context: TestContext, ...texts: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'node-reporter-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const files = texts.map((text, place) => {
    const file = join(folder, `${place}.test.mjs`);
    writeFileSync(file, `import { describe, it, test } from 'node:test';\n${text}\n`);
    return file;
  });
  // Without this, a runner inside a runner uses the outer one's protocol.
  const { NODE_TEST_CONTEXT: _outer, ...env } = process.env;
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--test', `--test-reporter=${REPORTER}`, ...files],
    { env, encoding: 'utf8', timeout: 60_000 },
  );
  return { status, stdout, last: stdout.trimEnd().split('\n').at(-1) };
}

const PASSES = `test('passes', () => {}); describe('some', () => { it('passes too', () => {}); });`;

test('a run counts its tests, and neither suites nor files', (context) => {
  const { status, last } = run(context, PASSES, PASSES, `test('later', { skip: 'not now' }, () => {});`);
  assert.equal(last, 'node tests: 4 passed, 0 failed, 1 skipped');
  assert.equal(status, 0);
});

test('a failure is printed whole, with its place, and counts once however deep it is nested', (context) => {
  const { status, stdout, last } = run(
    context,
    `describe('some', () => { it('breaks', () => { throw new Error('the words of the failure'); }); });`,
  );
  assert.equal(last, 'node tests: 0 passed, 1 failed, 0 skipped');
  assert.match(stdout, /✖ breaks \(.*0\.test\.mjs:2\)\nError: the words of the failure\n {4}at /);
  assert.equal(status, 1);
});

test('a file that ends before its tests is a failure, although its exit code is 0', (context) => {
  const { status, stdout, last } = run(
    context,
    `test('leaves', () => process.exit(0)); test('never runs', () => {});`,
  );
  assert.equal(last, 'node tests: 0 passed, 1 failed, 0 skipped');
  assert.match(stdout, /0\.test\.mjs did not say that it had ended/);
  assert.equal(status, 1);
});

test('a file that cannot be loaded is one failure, with its reason', (context) => {
  const { status, stdout, last } = run(context, `throw new Error('cannot start');`, PASSES);
  assert.equal(last, 'node tests: 2 passed, 1 failed, 0 skipped');
  assert.match(stdout, /cannot start/);
  assert.equal(status, 1);
});
