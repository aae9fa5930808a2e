import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { BROWSER_TESTS } from './.ci/test-files.mjs';

const root = new URL('.', import.meta.url).pathname;

const isOneTest = process.argv.includes('--files');

/** Ends with one line for each failure, and one line of counts that `.ci/step.ts` reads. */
const countReporter = () => ({
  onTestRunFinished({ sessions }) {
    const tests = { passed: 0, failed: 0, skipped: 0 };
    for (const session of sessions) {
      const file = relative(root, session.testFile ?? '');
      const fail = (title, error) => {
        tests.failed++;
        console.log(`✖ ${file}: ${title}: ${error?.message ?? 'no reason was given'}`);
      };
      const walk = (suite, titles) => {
        for (const { name, skipped, passed, error } of suite?.tests ?? []) {
          if (skipped) tests.skipped++;
          else if (passed) tests.passed++;
          else fail([...titles, name].join(' › '), error);
        }
        for (const inner of suite?.suites ?? []) walk(inner, [...titles, inner.name]);
      };
      walk(session.testResults, []);
      // A file that did not load has no tests to count, and has failed.
      if (!session.passed && session.errors.length > 0) fail('the file', session.errors[0]);
    }
    console.log(`\nbrowser tests: ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
  },
});

// The browser runner of every package. It tests sources, not builds.
export default {
  files: BROWSER_TESTS,
  nodeResolve: { exportConditions: ['@ehch/source', 'development', 'browser'] },
  // Many tests break something on purpose. The console shows what they catch only in a run of one test.
  filterBrowserLogs: ({ args }) => isOneTest || !String(args[0]).startsWith('[EHCH] caught'),
  reporters: [
    defaultReporter({ reportTestProgress: process.stdout.isTTY, reportTestResults: true }),
    countReporter(),
  ],
  browsers: [
    chromeLauncher({
      concurrency: 2,
      launchOptions: {
        ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
        // Without these flags Chromium contacts outside hosts at every start.
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          // Two files run side by side, and one lies behind the other: its clock must not be slowed.
          '--disable-background-timer-throttling',
          '--disable-backgrounding-occluded-windows',
          '--disable-renderer-backgrounding',
        ],
      },
    }),
  ],
  middleware: [
    // `new URL('./engine.worker.js', import.meta.url)` names the built file. From source the file ends in .ts.
    (context, next) => {
      const path = context.path.replace(/\.js$/, '.ts');
      if (
        context.path.endsWith('.worker.js') &&
        !existsSync(root + context.path.slice(1)) &&
        existsSync(root + path.slice(1))
      )
        context.url = context.url.replace(/\.js(?=$|\?)/, '.ts');
      return next();
    },
  ],
  plugins: [
    // The accessibility tree that the browser builds, as a screen reader receives it.
    {
      name: 'a11y-tree',
      executeCommand: ({ command, session }) =>
        command === 'a11y-tree' ? session.browser.getPage(session.id).accessibility.snapshot() : undefined,
    },
    // Test files run side by side, and only one tab can be in front. A test that needs the front tab asks for it.
    {
      name: 'in-front',
      executeCommand: async ({ command, session }) => {
        if (command !== 'in-front') return undefined;
        await session.browser.getPage(session.id).emulateFocusedPage(true);
        return true;
      },
    },
    // Keys as a person presses them, because the browser's own reaction to them is part of the test.
    {
      name: 'keys',
      executeCommand: async ({ command, payload, session }) => {
        if (command !== 'keys') return undefined;
        const { keyboard } = session.browser.getPage(session.id);
        for (const key of payload) await keyboard.press(key);
        return true;
      },
    },
    // The plugin reads this file raw and ignores `extends`, so the decorator flags must be in the base file.
    esbuildPlugin({ ts: true, target: 'esnext', tsconfig: `${root}tsconfig.base.json` }),
  ],
  // A first axe run on a busy machine takes longer than mocha's two seconds.
  // The first test that starts a worker waits until the dev server has given it hundreds of modules, on a machine with two cores.
  testFramework: { config: { timeout: 30_000 } },
};
