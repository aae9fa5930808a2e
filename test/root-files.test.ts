import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = new URL('..', import.meta.url).pathname;
const files = execFileSync('git', ['ls-files', '--', ':(glob)*', '.changeset', 'docs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

/** Absolute paths of somebody's own machine. */
const ABSOLUTE = /(?<![\w.:/-])\/(?:tmp|work|home|root|Users|var\/folders)\/|\b[A-Z]:\\/;

test('no file at the root or in the docs names a path of one machine', () => {
  assert.ok(files.includes('package.json') && files.includes('docs/build.ts'));
  const naming = files.filter((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .some((line) => ABSOLUTE.test(line)),
  );
  assert.deepEqual(naming, []);
});

test('package.json has no field that a tool wrote into it', () => {
  const fields = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object);
  assert.ok(
    !fields.includes('customElements'),
    'cem analyze writes it unless it is told --packagejson=false',
  );
});

test('every row of a table stands below its heading', () => {
  const loose = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
      const isRow = (at: number) => lines[at]?.trimStart().startsWith('|') === true;
      return lines.flatMap((line, at) =>
        isRow(at) && !isRow(at - 1) && !/^\s*\|[\s:|-]+\|$/.test(lines[at + 1] ?? '')
          ? [`${file}: ${line.slice(0, 60)}`]
          : [],
      );
    });
  assert.deepEqual(loose, []);
});
