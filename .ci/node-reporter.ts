// Reports a run of `node --test`: a line for each file, every failure whole, and counts of the events themselves. A file
// that never says it ended has failed. So has a run whose results got lost, because a lost failure would look green.
import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { TestEvent } from 'node:test/reporters';

/** Longer than any of our tests takes, and shorter than a step may take. A file that is silent for so long hangs. */
const SILENCE_MS = 200_000;

interface Run {
  passed: number;
  failed: number;
  skipped: number;
  /** How many results the files report. */
  claimed: number;
  readonly open: Set<string>;
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const run: Run = { passed: 0, failed: 0, skipped: 0, claimed: 0, open: new Set() };
  const silence = setTimeout(() => {
    // The runner then ends its files, and gives its reporter no more events.
    // What did not end has not passed, even where no file was open.
    run.failed += 1;
    process.stdout.write([`✖ silent for ${SILENCE_MS / 1000} s\n`, ...closing(run)].join(''));
    process.kill(process.pid, 'SIGTERM');
  }, SILENCE_MS).unref();
  for await (const event of events) {
    silence.refresh();
    yield* told(event, run);
  }
  clearTimeout(silence);
  yield* closing(run);
  if (run.failed > 0) process.exitCode = 1;
}

function* closing(run: Run): Generator<string> {
  for (const file of run.open) {
    run.failed += 1;
    yield `✖ ${short(file)} did not say that it had ended\n`;
  }
  const seen = run.passed + run.failed + run.skipped;
  if (seen < run.claimed) {
    run.failed += 1;
    yield `✖ ${run.claimed - seen} of ${run.claimed} results were lost between the files and the runner\n`;
  }
  yield `node tests: ${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped\n`;
}

function* told(event: TestEvent, run: Run): Generator<string> {
  switch (event.type) {
    case 'test:enqueue':
      if (isFile(event.data)) run.open.add(event.data.name);
      return;
    case 'test:pass':
      // Node passes a file that ended with code 0, even if it did not run every test. The file's own summary decides.
      if (isFile(event.data) || event.data.details.type === 'suite') return;
      if (event.data.skip === undefined && event.data.todo === undefined) run.passed += 1;
      else {
        run.skipped += 1;
        yield `﹣ ${event.data.name} (${String(event.data.skip ?? event.data.todo)})\n`;
      }
      return;
    case 'test:fail': {
      const { details, name, file, line } = event.data;
      // A suite fails with a test inside it, which is counted already, unless the suite failed by itself.
      if (
        details.type === 'suite' &&
        'failureType' in details.error &&
        details.error.failureType === 'subtestsFailed'
      )
        return;
      if (isFile(event.data)) run.open.delete(name);
      run.failed += 1;
      const place = file === undefined ? '' : ` (${short(file)}:${line ?? 1})`;
      yield `✖ ${short(name)}${place}\n${inspect(details.error.cause ?? details.error)}\n`;
      return;
    }
    case 'test:summary': {
      const { file, counts, success, duration_ms: took } = event.data;
      if (file === undefined) return;
      run.open.delete(file);
      run.claimed += counts.tests;
      yield `${success ? '✔' : '✖'} ${short(file)}: ${counts.tests} (${(took / 1000).toFixed(1)} s)\n`;
      return;
    }
    case 'test:stdout':
    case 'test:stderr':
      yield event.data.message;
      return;
    default:
    // The other events report progress. This reporter reports results.
  }
}

/** With a process for each file, Node reports the file as a test named by its path. */
function isFile({ name, file, nesting }: { name: string; file?: string; nesting: number }): boolean {
  return nesting === 0 && name === file;
}

function short(path: string): string {
  return path.startsWith('/') ? relative(process.cwd(), path) : path;
}
