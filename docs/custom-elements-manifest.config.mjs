export default {
  globs: ['packages/elements/src/*/*.ts'],
  exclude: ['**/*.test.ts', '**/*.fixtures.ts'],
  litelement: true,
  // docs/build.ts reads the manifest and drops it. The repository does not keep it.
  packagejson: false,
};
