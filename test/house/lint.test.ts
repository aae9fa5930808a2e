// The exceptions to the rules of the house. An exception that nothing needs any more fails here, so that somebody removes it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const root = new URL('../..', import.meta.url).pathname;
const HOUSE = [
  'house/no-silent-catch',
  'house/template-line',
  'import/no-cycle',
  'max-lines-per-function',
] as const;
type HouseRule = (typeof HOUSE)[number];

interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}
interface LintConfiguration {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly jsPlugins: readonly string[];
  readonly overrides: readonly Override[];
}

const configuration = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as LintConfiguration;

/** The last override is for tests and scripts, to which these rules never apply. */
const exceptions = configuration.overrides
  .slice(0, -1)
  .flatMap(({ files, rules }) =>
    files.flatMap((pattern) =>
      HOUSE.filter((rule) => rules[rule] === 'off').map((rule) => ({ pattern, rule })),
    ),
  );

/** The breaches of one rule in the files of an exception, if the exception did not exist. */
function breaches(rule: HouseRule, files: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'ehch-lint-'));
  const config = join(folder, 'oxlintrc.json');
  writeFileSync(
    config,
    JSON.stringify({
      plugins: ['import'],
      jsPlugins: [join(root, '.ci/lint-house.mjs')],
      categories: { correctness: 'off' },
      rules: { [rule]: configuration.rules[rule] },
    }),
  );
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/oxlint'),
    ['-c', config, '--format=json', ...files],
    { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  return (JSON.parse(stdout) as { diagnostics: readonly unknown[] }).diagnostics.length;
}

for (const { pattern, rule } of exceptions) {
  test(`${rule} still needs its exception in ${pattern}`, () => {
    const files = globSync(pattern, { cwd: root }).filter((file) => /(?<!\.test|\.fixtures)\.ts$/.test(file));
    const count = breaches(rule, files);
    console.log(`${rule} does not hold yet in ${pattern}: ${count}`);
    assert.ok(count > 0, `Take ${pattern} out of the exceptions to ${rule} in .oxlintrc.json.`);
  });
}
