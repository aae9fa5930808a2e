// What each npm script does. Runs on Node 24, started by run.mjs.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, matchesGlob, resolve } from 'node:path';
import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { countHapi, countTests, root, run, runAll, script, watchAll, type Step, type Steps } from './step.ts';
import { HOUSE_TESTS, NODE_TESTS, PURE_TESTS, STARTS_BROWSER, STEP_TESTS } from './test-files.mjs';
import { testsOf } from './test-one.ts';

const [task = '', ...rest] = process.argv.slice(2);
/** A path that a person typed is relative to the folder where they typed it. */
const typed = rest.map((word) =>
  word.startsWith('-') || !/[\\/.]/.test(word) ? word : resolve(process.env['EHCH_CWD'] ?? '.', word),
);

const types: Step = { title: 'types', command: ['tsc', '--build'] };
const classic: Step = { title: 'one-script form', command: ['vite', 'build', '--mode', 'classic'] };
const lint: Step = { title: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] };
const format: Step = { title: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] };
const deadcode: Step = { title: 'dead code', command: ['knip', '--no-progress'] };
/** A hanging test fails by itself, so that it does not hold up the tests behind it. */
const nodeTest = (...files: string[]) =>
  [...script('--test'), '--test-reporter=./.ci/node-reporter.ts', '--test-timeout=180000', ...files] as const;
/** A file of tests for each core. By default Node leaves one core free, which is half of a machine with two. */
const EACH_CORE = `--test-concurrency=${availableParallelism()}`;
/** A walk has a demo and a browser of its own. It waits for a person's reading a third of the time, so one more goes at once. */
const WALKING = `--test-concurrency=${availableParallelism() + 1}`;
const pureTests: Step = {
  title: 'tests of clinical and fhir',
  command: nodeTest('--test-isolation=none', ...globSync(PURE_TESTS)),
  count: countTests,
};
const nodeTests: Step = {
  title: 'other tests without a browser',
  command: nodeTest(EACH_CORE, ...globSync(NODE_TESTS)),
  count: countTests,
  // A continuous integration machine was seen to take three times as long as a quiet one with two cores (3 minutes).
  limitMs: 18 * 60_000,
};
const browserTests: Step = {
  title: 'tests in Chromium',
  command: ['web-test-runner', ...rest],
  count: countTests,
  limitMs: 15 * 60_000,
};
/** Each demo of a test would build the same hosts again, which takes as long as its walk. */
const DEMO_HOSTS = join(root, 'examples/dist/tests');
const onBuiltHosts = { EHCH_DEMO_HOSTS: DEMO_HOSTS };
const demoHosts: Step = {
  title: 'demo hosts',
  command: ['vite', 'build', '--mode', 'demo', '--outDir', DEMO_HOSTS, '--emptyOutDir'],
};
const walk: Step = {
  title: 'walks through the demo, paper and contrast',
  command: nodeTest(WALKING, ...globSync(STEP_TESTS.walk)),
  env: onBuiltHosts,
  count: countTests,
};
const play: Step = {
  title: 'the page of named states',
  command: nodeTest(...globSync(STEP_TESTS.play)),
  count: countTests,
};
const size: Step = { title: 'size', command: script('test/size.ts') };
const packed: Step = {
  title: 'packed tarballs',
  command: nodeTest(...globSync(STEP_TESTS.packed)),
  count: countTests,
};
const extension: Step = { title: 'extension builds', command: script('extension/build.ts') };
const extensionTests: Step = {
  title: 'the built extension',
  command: nodeTest(WALKING, ...globSync(STEP_TESTS.extension)),
  env: onBuiltHosts,
  count: countTests,
};
const extensionWalk: Step = {
  title: 'the extension’s walk, in Chromium and in Firefox',
  command: nodeTest(WALKING, ...globSync(STEP_TESTS.extensionWalk)),
  env: onBuiltHosts,
  count: countTests,
};
const extensionRandom: Step = {
  title: 'random days of the extension, with and without a browser',
  command: nodeTest(
    '--test-concurrency=1',
    '--test-timeout=3600000',
    'extension/src/vault/random-drive.test.ts',
    'test/extension/walk/random.test.ts',
  ),
  // 5,000 sequences without a browser, and 200 in Chromium.
  env: { ...onBuiltHosts, EHCH_WHOLE: '1' },
  count: countTests,
  limitMs: 60 * 60_000,
};
const webExt: Step = {
  title: 'web-ext lint',
  command: [
    join('extension', 'node_modules', '.bin', 'web-ext'),
    'lint',
    '--source-dir',
    'extension/dist/firefox',
  ],
};
const docs: Step = { title: 'docs', command: script('docs/build.ts', '--check') };
const shots: Step = {
  title: 'screenshots',
  command: script('test/shots/shots.ts', ...rest),
  // It renders every named state of every component at every width: more than a thousand pictures.
  limitMs: 60 * 60_000,
};
const extensionShots: Step = {
  title: 'screenshots of the extension',
  command: script('test/extension/shots.ts'),
};
const roundTrip: Step = {
  title: 'every score there and back',
  command: nodeTest(...globSync(STEP_TESTS.roundTrip)),
  count: countTests,
  limitMs: 30 * 60_000,
};
const profile: Step = {
  title: 'nothing readable in a browser’s profile folder',
  command: nodeTest('--test-timeout=600000', ...globSync(STEP_TESTS.profile)),
  env: onBuiltHosts,
  count: countTests,
};
const device: Step = {
  title: 'the device in a Chromium that dies, freezes and fills up',
  command: nodeTest(...globSync(STEP_TESTS.device)),
  count: countTests,
};
const deviceWhole: Step = {
  title: 'a Chromium that dies at every moment of a day',
  // A death takes some seconds, and the day has nearly two hundred moments.
  command: nodeTest('--test-timeout=3600000', ...globSync(STEP_TESTS.deviceWhole)),
  count: countTests,
  limitMs: 60 * 60_000,
};
const differential: Step = {
  title: 'totals against fhirpath.js',
  command: script('packages/sdk/test/differential/run.ts', ...rest),
  limitMs: 45 * 60_000,
};
/** A tenth of the answer sets, so that it fits beside the other long suites. */
const differentialSample: Step = {
  title: 'totals against fhirpath.js, a tenth',
  command: script('packages/sdk/test/differential/run.ts', '--sets', '1000'),
  limitMs: 10 * 60_000,
};

const hapi: Step = {
  title: 'HAPI FHIR',
  command: script('test/hapi/run.ts', ...rest),
  count: countHapi,
  maySkip: true,
  limitMs: 18 * 60_000,
};

const tests: Steps = [
  types,
  lint,
  [format, pureTests, deadcode, classic],
  nodeTests,
  browserTests,
  [size, docs, demoHosts, extension],
  walk,
  [device, packed, webExt],
  extensionTests,
  extensionWalk,
];
const soak: Step = {
  title: 'long runs of sync in virtual time',
  command: script('packages/sync/test/chaos/soak/soak.ts', '--runs', '60'),
  limitMs: 90 * 60_000,
};
const guards: Step = {
  title: 'each guard of sync switched off',
  command: script('packages/sync/test/chaos/guards/guards.ts'),
  limitMs: 20 * 60_000,
};
const houseTests: Step = {
  title: 'recipes, rules of the house, and the tool for mutants',
  command: nodeTest('--test-concurrency=1', ...globSync(HOUSE_TESTS)),
  count: countTests,
  limitMs: 10 * 60_000,
};
const long = [houseTests, play, extensionShots, roundTrip];

const tasks: Record<string, () => Promise<unknown>> = {
  extension: () => only({ title: 'extension', command: script('extension/launch.ts', ...rest) }),
  adapter: () => {
    process.env['CHROME_PATH'] = chromium();
    return only({ title: 'adapter', command: script('extension/check-adapter.ts', ...typed) });
  },
  start: () => only({ title: 'demo', command: script('examples/serve.ts', ...typed) }),
  play: () => only({ title: 'play', command: script('packages/elements/play/serve.ts', ...rest) }),
  test: () => close(tests),
  'test:one': testOne,
  'test:full': () =>
    close([...tests, ...long, shots, profile, extensionRandom, deviceWhole, soak, guards, differential]),
  // The pictures take longest, so they come last: continuous integration gives these suites 25 minutes.
  'test:long': () => close([...long, differentialSample, shots]),
  build: () => close([types, classic, extension]),
  types: () => only(types),
  lint: () => only(lint),
  format: () => only({ title: 'format', command: ['prettier', '--write', '--log-level=warn', '.'] }),
  deadcode: () => only(deadcode),
  mutants: () =>
    only({ title: 'would the tests notice?', command: script('test/mutants/mutants.ts', ...rest) }),
  vectors: () =>
    only({ title: 'worked examples of the scores', command: script('test/vectors.ts', ...typed) }),
  'report:data': () => only({ title: 'data report', command: script('test/report-data.ts', ...typed) }),
  shots: () => close([shots, extensionShots]),
  size: () => only({ title: 'size', command: script('test/size.ts') }),
  house: () => only({ title: 'measures of the house', command: script('test/house/table.ts') }),
  bench: () => only({ title: 'bench', command: script('test/bench/bench.ts', ...rest) }),
  packed: () => only(packed),
  soak: () => only({ ...soak, command: script('packages/sync/test/chaos/soak/soak.ts', ...rest) }),
  guards: () => only({ ...guards, command: script('packages/sync/test/chaos/guards/guards.ts', ...rest) }),
  model: () =>
    only({ title: 'model', command: script(`test/model/${rest[0] ?? 'scale'}.ts`, ...rest.slice(1)) }),
  hapi: () => only({ title: 'HAPI FHIR', command: script('test/hapi/serve.ts', ...rest) }),
  'test:hapi': () => close([hapi]),
  differential: () => only(differential),
  'release:check': () =>
    only({ title: 'permissions of the instruments', command: script('.ci/release-check.ts') }),
  docs: () => only({ title: 'docs', command: script('docs/build.ts', ...rest) }),
};

/** Runs the tests of a path in the right runner. With `--watch` it runs them again at every change. */
async function testOne(): Promise<void> {
  const isWatch = rest.includes('--watch');
  const { node, browser } = chosenTests();
  // Only now, because a test that needs no browser must not wait until one is fetched.
  if (browser.length > 0 || node.some(startsBrowser)) process.env['CHROME_PATH'] = chromium();
  if (node.some(startsBrowser)) process.env['FIREFOX_PATH'] = firefox() ?? '';
  const isPure = node.every((file) => PURE_TESTS.some((pattern) => matchesGlob(file, pattern)));
  const watched = isWatch ? ['--watch'] : [];
  const steps: Step[] = [
    ...(node.length > 0
      ? [
          {
            ...nodeTests,
            command: nodeTest(...(isPure ? ['--test-isolation=none'] : []), ...watched, ...node),
          },
        ]
      : []),
    ...(browser.length > 0
      ? [{ ...browserTests, command: ['web-test-runner', ...watched, '--files', ...browser] as const }]
      : []),
  ];
  await (isWatch ? watchAll(steps) : close(steps));
}

const startsBrowser = (file: string) => STARTS_BROWSER.some((pattern) => matchesGlob(file, pattern));

function chosenTests() {
  const chosen = typed.filter((word) => !word.startsWith('-')).map(testsOf);
  if (chosen.length === 0) throw new Error('Say which test: npm run test:one -- PATH [--watch]');
  return { node: chosen.flatMap(({ node }) => node), browser: chosen.flatMap(({ browser }) => browser) };
}

async function only(step: Step): Promise<void> {
  const { failed } = await run(step);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function close(steps: Steps): Promise<void> {
  const { passed, failed, skipped } = await runAll(steps);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed === 0 ? 0 : 1;
}

const chosen = tasks[task];
if (!chosen) {
  console.error(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}`);
  process.exitCode = 1;
} else {
  await chosen();
}
