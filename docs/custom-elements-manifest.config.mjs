export default {
  globs: ['packages/elements/src/*/*.ts'],
  exclude: ['**/*.test.ts', '**/*.fixtures.ts'],
  litelement: true,
  // The manifest is read and dropped; it is not the repository's.
  packagejson: false,
};
