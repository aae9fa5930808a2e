import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const module = fileURLToPath(new URL('report-caught.ts', import.meta.url));

/** What is printed under these export conditions. */
function printed(...conditions: readonly string[]): string {
  const program = `
    console.error = (...words) => console.log(...words);
    const { reportCaught } = await import(${JSON.stringify(module)});
    function glance() { null.length; }
    try { glance(); } catch (error) { reportCaught(error, 'elements/summary/section', 'medicines'); }`;
  return execFileSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...['@ehch/source', ...conditions].map((each) => `--conditions=${each}`),
      '--input-type=module',
      '-e',
      program,
    ],
    { encoding: 'utf8' },
  );
}

test('in development a caught error is printed with its place and its stack', () => {
  const words = printed('development');
  assert.match(words, /^\[EHCH\] caught in elements\/summary\/section \(medicines\): TypeError: /);
  assert.match(words, /\n\s+at glance /);
});

test('outside development nothing is printed', () => {
  assert.equal(printed(), '');
  assert.equal(printed('production'), '');
});
