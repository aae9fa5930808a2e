// Runs every test in Chromium, with a fault in one module, and stops at the first failure.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import base from '../../web-test-runner.config.js';

const root = new URL('../../', import.meta.url).pathname;
const file = process.env['EHCH_MUTANT_FILE'];
const planted = process.env['EHCH_MUTANT_SOURCE'];

const fault = {
  name: 'planted-fault',
  serve: ({ path }) =>
    planted !== undefined && path === `/${file}`
      ? { body: readFileSync(planted, 'utf8'), type: 'js' }
      : undefined,
};

const firstFailure = {
  reportTestFileResults({ sessionsForTestFile }) {
    const failed = sessionsForTestFile.find(({ passed }) => !passed);
    if (failed === undefined) return;
    const titles = (suite) => [
      ...(suite?.tests ?? []).filter(({ passed, skipped }) => !passed && !skipped).map(({ name }) => name),
      ...(suite?.suites ?? []).flatMap(titles),
    ];
    const test = titles(failed.testResults)[0] ?? failed.errors[0]?.message ?? 'the tests did not load';
    process.stdout.write(`${JSON.stringify({ test, file: relative(root, failed.testFile) })}\n`);
    process.exit(1);
  },
};

export default {
  ...base,
  rootDir: root,
  reporters: [firstFailure],
  plugins: [fault, ...base.plugins],
  testFramework: { config: { ...base.testFramework.config, bail: true } },
};
