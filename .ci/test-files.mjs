// Which runner runs which tests. Both runners and `test:one` read these lists.

/** Tests that need a browser's elements, workers or layout run in Chromium under Web Test Runner. */
export const BROWSER_TESTS = [
  'packages/{elements,sdk}/src/**/*.test.ts',
  'packages/store/test/browser/*.test.ts',
  'extension/src/{content,hosts,shell,teach}/**/*.test.ts',
];

/** Tests of code without input, output or state. They share one process, which starts once and not for each file. */
export const PURE_TESTS = ['packages/{clinical,fhir}/src/**/*.test.ts'];

/** Other tests without a browser get a process for each file. Tests that start a browser have steps of their own. */
export const NODE_TESTS = [
  'packages/{store,sync,dev-server}/src/**/*.test.ts',
  'packages/sync/test/**/*.test.ts',
  'packages/sdk/test/**/*.test.ts',
  'extension/src/{banner,typed,vault}/**/*.test.ts',
  'test/*.test.ts',
  'test/report-data/*.test.ts',
  'test/shots/*.test.ts',
  'test/house/{exported-twice,taken-out-is-noted,types-met}.test.ts',
  'test/elements/*.test.ts',
  'test/{cases,care-plan}/*.test.ts',
  'test/bench/{forms,sync}/*.test.ts',
];

/** These tests copy the tree or lint it anew, and take a minute each. */
export const HOUSE_TESTS = ['test/house/lint.test.ts', 'test/{recipes,mutants}/*.test.ts'];

/** Each of these is a step of its own in tasks.ts, because it builds or starts something for itself. */
export const STEP_TESTS = {
  walk: ['test/walk/*.test.ts', 'test/{print,contrast}/*.test.ts'],
  play: ['test/play/*.test.ts'],
  packed: ['test/packed/packed.test.ts'],
  extension: ['test/extension/*.test.ts'],
  extensionWalk: ['test/extension/walk/*.test.ts'],
  roundTrip: ['test/round-trip/whole.test.ts'],
  profile: ['test/store/*.test.ts'],
  device: ['test/device/*.test.ts'],
  deviceWhole: ['test/device/whole/*.test.ts'],
  hapi: ['test/hapi/*.test.ts'],
};

/** These tests start a browser themselves. */
export const STARTS_BROWSER = [
  'test/{walk,play,print,contrast,packed,store}/*.test.ts',
  'test/device/**/*.test.ts',
  'test/extension/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/imported-forms.test.ts',
];
