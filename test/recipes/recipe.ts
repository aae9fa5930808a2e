import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

export const root = new URL('../..', import.meta.url).pathname;

/** A row of "How to add …" in CONTRIBUTING.md, as steps for a script. */
export interface Recipe {
  /** The row of CONTRIBUTING.md's table. */
  readonly adds: string;
  /** New files, by path. */
  readonly creates: Readonly<Record<string, string>>;
  /** Edits of existing files, by path. */
  readonly edits: Readonly<Record<string, (text: string) => string>>;
  /** The nearest tests. The row of the table says what they check. */
  readonly tests: readonly string[];
}

/** Puts a line before the first line that begins with `before`. Without such a line the recipe is wrong, and this throws. */
export const lineBefore = (before: string, line: string) => (text: string) => {
  const lines = text.split('\n');
  const at = lines.findIndex((each) => each.trimStart().startsWith(before));
  if (at < 0) throw new Error(`No line begins with: ${before}`);
  return lines.toSpliced(at, 0, line).join('\n');
};

/** Several edits of one file, one after the other. */
export const both =
  (...edits: readonly ((text: string) => string)[]) =>
  (text: string) =>
    edits.reduce((now, edit) => edit(now), text);

/** Makes a copy of the sources, with the packages installed here. */
export function copyOfTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ehch-recipe-'));
  const skipped = /^(?:\.git|node_modules|shots|examples\/dist|extension\/dist|docs)(?:\/|$)/;
  cpSync(root, folder, {
    recursive: true,
    // Packages link to each other, and the links must lead to the copies.
    verbatimSymlinks: true,
    filter: (path) => !skipped.test(relative(root, path)),
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Follows a recipe in a copy. */
export function apply(folder: string, { creates, edits }: Recipe): void {
  for (const [path, text] of Object.entries(creates)) {
    if (existsSync(join(folder, path))) throw new Error(`${path} is there already.`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [path, edit] of Object.entries(edits)) {
    const before = readFileSync(join(folder, path), 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`The recipe changes nothing in ${path}.`);
    writeFileSync(join(folder, path), after);
  }
}

export interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

/** Checks the types of every package that the recipes touch. */
export function checkTypes(folder: string): Outcome {
  return outcomeOf(folder, join(root, 'node_modules/.bin/tsc'), [
    '--build',
    'packages/sync',
    'packages/elements',
  ]);
}

/** Runs tests in the copy, from source. */
export function runTests(folder: string, tests: readonly string[]): Outcome {
  return outcomeOf(folder, process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--conditions=@ehch/source',
    '--test',
    '--test-reporter=./.ci/node-reporter.ts',
    ...tests,
  ]);
}

function outcomeOf(cwd: string, file: string, args: readonly string[]): Outcome {
  // Without this, a run of tests inside a test reports to the outer run.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return { passed: status === 0, output: `${stdout}${stderr}` };
}
