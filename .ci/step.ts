import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const node = process.env['EHCH_NODE'] ?? process.execPath;

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The result of a step. */
export interface Outcome extends Counts {
  /** What failed, in the reporters' own lines. */
  readonly failures: readonly string[];
}

export interface Step {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** When a step that takes long counts as hanging, in milliseconds. */
  readonly limitMs?: number;
  /** Reads the runner's own counts from its output. Without it the step counts as one test. */
  readonly count?: (output: string) => Counts | null;
  /** The step may find that this machine cannot run it. It then says so, and counts one test as skipped. */
  readonly maySkip?: true;
}

/** One of our Node scripts, run from source. */
export const script = (file: string, ...args: string[]): [string, ...string[]] => [
  node,
  '--disable-warning=ExperimentalWarning',
  '--conditions=@ehch/source',
  file,
  ...args,
];

type Print = (text: string) => void;
const toScreen: Print = (text) => void process.stdout.write(text);

/** Runs one step, shows its output, and gives the result. A runner that ran no test has failed, unless it `maySkip`. */
export async function run(
  { title, command, env, count, maySkip }: Step,
  limitMs?: number,
  print: Print = toScreen,
): Promise<Outcome> {
  print(`\n── ${title} ${'─'.repeat(Math.max(0, 90 - title.length))}\n`);
  const started = Date.now();
  let { code, output, hung } = await execute(command, env, limitMs, print);
  if (hung) {
    // Now and then a Node test process does not end although its tests have. A failure stays a failure. Only a
    // runner that never reported its end runs again, once.
    print(`${title} did not end. It is run once more.\n`);
    ({ code, output, hung } = await execute(command, env, limitMs, print));
    if (hung) print(`${title} did not end again.\n`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counts = count?.(output) ?? null;
  const result = counts ?? {
    passed: code === 0 && !count ? 1 : 0,
    failed: code === 0 && !count ? 0 : 1,
    skipped: 0,
  };
  if (code !== 0 && result.failed === 0) result.failed = 1;
  const isSkipped = maySkip === true && result.skipped > 0;
  if (count && !isSkipped && result.passed + result.failed === 0) result.failed = 1;
  print(`${result.failed === 0 ? 'ok' : 'FAILED'}: ${title} (${seconds} s)\n`);
  return { ...result, failures: result.failed === 0 ? [] : failuresIn(output) };
}

/** A hanging step fails by itself after this time, so that it does not hold up the steps behind it. */
const STEP_LIMIT_MS = 10 * 60_000;

/** Steps that run one after the other, or several at once that use one core each. */
export type Steps = readonly (Step | readonly Step[])[];

/** Runs all steps, even after a failure, and gives the sum. */
export async function runAll(steps: Steps, print: Print = toScreen): Promise<Counts> {
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  const failed: string[] = [];
  for (const each of steps) {
    const group = [each].flat();
    const outcomes = await runBeside(group, print);
    for (const [at, outcome] of outcomes.entries()) {
      sum.passed += outcome.passed;
      sum.failed += outcome.failed;
      sum.skipped += outcome.skipped;
      if (outcome.failed > 0) failed.push([group[at]?.title, ...outcome.failures].join('\n  '));
    }
  }
  // Repeated at the end, so that a reader of the log's last page sees what failed.
  if (failed.length > 0) print(`\nFailed: ${failed.join('\nFailed: ')}\n`);
  return sum;
}

/** Two that print at the same time could not be read, so each of several is printed once it has ended. */
function runBeside(steps: readonly Step[], print: Print): Promise<readonly Outcome[]> {
  return Promise.all(
    steps.map(async (step) => {
      let printed = '';
      const keep: Print = (text) => void (printed += text);
      const outcome = await run(step, step.limitMs ?? STEP_LIMIT_MS, steps.length === 1 ? print : keep);
      print(printed);
      return outcome;
    }),
  );
}

/** Runs steps side by side until a person ends them. They share the keyboard, because each runner watches by itself. */
export async function watchAll(steps: readonly Step[]): Promise<void> {
  await Promise.all(
    steps.map(({ command: [file, ...args] }) => {
      const child = spawn(file, args, { cwd: root, stdio: 'inherit' });
      return new Promise((resolve) => child.on('close', resolve));
    }),
  );
}

/** What Node made of each file once. Hundreds of tests have a process of their own, and each would make it anew. */
const COMPILED = join(root, 'node_modules/.cache/node');

function execute(
  [file, ...args]: readonly [string, ...string[]],
  env: Step['env'],
  limitMs: number | undefined,
  print: Print,
): Promise<{ code: number; output: string; hung?: true }> {
  return new Promise((resolve) => {
    // A process group of its own, so that whatever a hanging runner started ends with it.
    const detached = limitMs !== undefined && process.platform !== 'win32';
    const child = spawn(file, args, {
      cwd: root,
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached,
    });
    let output = '';
    const end = () => (detached && child.pid ? process.kill(-child.pid, 'SIGKILL') : child.kill('SIGKILL'));
    const limit = limitMs && setTimeout(end, limitMs);
    for (const from of [child.stdout, child.stderr]) {
      from.setEncoding('utf8');
      from.on('data', (text: string) => {
        output += text;
        print(text);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('exit', (code) => {
      clearTimeout(limit);
      // A process that a killed runner left behind may hold the output open for ever.
      if (code === null) resolve({ code: 1, output, hung: true });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Longer messages hold whole screens. Their beginning says what was expected. */
const LONGEST_MESSAGE = 1_000;

/** The lines in which our reporters name what failed, each with what the test said below it. */
export function failuresIn(output: string): readonly string[] {
  const failures = output.match(/^✖ .*(?:\n(?![✖✔﹣]|(?:node|browser) tests: | {4}at ).*)*/gm) ?? [];
  return [...new Set(failures)].map((failure) => {
    const [name = '', ...said] = failure.split('\n');
    const message = said.join(' ').replace(/\s+/g, ' ').trim();
    // The line of a whole file has no message: what follows it is another's output.
    const isFile = /: \d+( \([\d.]+ s\))?$/.test(name);
    return message === '' || isFile ? name : `${name}\n    ${message.slice(0, LONGEST_MESSAGE)}`;
  });
}

/** The closing line of our reporters: `node-reporter.ts`, and the reporter in `web-test-runner.config.js`. */
export function countTests(output: string): Counts | null {
  const match = /^(?:node|browser) tests: (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) } : null;
}

/** The tests against HAPI. A machine that cannot run it says so, and counts as one test skipped. */
export function countHapi(output: string): Counts | null {
  return /^HAPI skipped: /m.test(output) ? { passed: 0, failed: 0, skipped: 1 } : countTests(output);
}
