import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PURE_TESTS } from '../../.ci/test-files.mjs';

export type Runner = 'node' | 'chromium';

/** A source file with the fault in it. */
export interface Planted {
  /** From the root. */
  readonly file: string;
  readonly text: string;
}

/** The end of a run of tests. */
export type Verdict =
  | { readonly state: 'passed' }
  /** `by` is the test that failed first, and `file` its file, if known. */
  | { readonly state: 'failed'; readonly by: string; readonly file?: string }
  | { readonly state: 'out of time' };

export interface Trial {
  readonly root: string;
  readonly runner: Runner;
  /** Test files, from the root. */
  readonly tests: readonly string[];
  /** Absent: the tests run without a fault. */
  readonly planted?: Planted | undefined;
  readonly limitMs: number;
}

const TIME_TO_END_MS = 5_000;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Only tests without state may share a process, as in `npm test`. Others would fail by each other, without any fault. */
const isPure = (file: string) => PURE_TESTS.some((pattern) => matchesGlob(file, pattern));

const COMMANDS: Readonly<Record<Runner, (tests: readonly string[]) => readonly string[]>> = {
  node: (tests) => [
    '--disable-warning=ExperimentalWarning',
    '--conditions=@ehch/source',
    `--import=${pathToFileURL(here('planted.ts')).href}`,
    '--test',
    `--test-isolation=${tests.every(isPure) ? 'none' : 'process'}`,
    '--test-force-exit',
    `--test-reporter=${here('first-failure.ts')}`,
    ...tests,
  ],
  chromium: (tests) => [
    fileURLToPath(import.meta.resolve('@web/test-runner')).replace(/index\.mjs$/, 'dist/bin.js'),
    '--config',
    here('chromium.config.js'),
    '--files',
    ...tests,
  ],
};

/** Runs test files in a process of their own, until the first failure. It serves the fault, and never changes the tree. */
export function trial({ root, runner, tests, planted, limitMs }: Trial): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  const child = spawn(process.execPath, COMMANDS[runner](tests), {
    cwd: root,
    env: {
      ...process.env,
      // Without this, a run of tests inside a test reports to the outer run.
      NODE_TEST_CONTEXT: undefined,
      // Most of a run is loading the same modules again, so a cache helps.
      NODE_COMPILE_CACHE: join(tmpdir(), 'ehch-mutants-cache'),
      ...(planted && served(folder, root, planted)),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
    // A process group of its own, so that whatever the runner starts ends with it.
    detached: process.platform !== 'win32',
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let isOver = false;
  const end = (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal);
  // Whoever stops the tool stops what it runs.
  const endToo = () => end('SIGTERM');
  process.once('exit', endToo);
  const timers = [
    // A runner that is asked to end takes its browser with it; one that is killed leaves it behind.
    setTimeout(() => {
      isOver = true;
      end('SIGTERM');
    }, limitMs),
    // One that runs for ever hears nothing.
    setTimeout(() => end('SIGKILL'), limitMs + TIME_TO_END_MS),
  ];
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.off('exit', endToo);
      for (const timer of timers) clearTimeout(timer);
      rmSync(folder, { recursive: true });
      if (isOver || code === null) resolve({ state: 'out of time' });
      else resolve(code === 0 ? { state: 'passed' } : { state: 'failed', ...failureIn(output) });
    });
  });
}

function served(folder: string, root: string, { file, text }: Planted): NodeJS.ProcessEnv {
  const source = join(folder, 'planted.ts');
  writeFileSync(source, text);
  return {
    EHCH_MUTANT_FILE: file,
    EHCH_MUTANT_URL: pathToFileURL(join(root, file)).href,
    EHCH_MUTANT_SOURCE: source,
  };
}

function failureIn(output: string): { by: string; file?: string } {
  const line = output.split('\n').findLast((each) => each.startsWith('{"test":'));
  if (line === undefined) return { by: 'the tests did not load' };
  const { test, file } = JSON.parse(line) as { test: string; file?: string };
  return { by: test, ...(file === undefined ? {} : { file }) };
}
