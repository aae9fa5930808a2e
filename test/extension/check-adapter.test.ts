// `npm run adapter` tells whoever writes a template that it is right. It must not say so of what it never compared.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../extension/check-adapter.ts', import.meta.url));
const field = (id: string, parser: string) => ({
  path: [{ id, rel: 'descendant' }],
  read: 'text',
  parser,
});
const TEMPLATE = {
  schema: 'ehch-template/1',
  id: 'fernleigh',
  version: 1,
  title: 'Fernleigh Care',
  frame: 'top',
  layouts: [{ subject: { nhsNumber: field('nhs', 'nhsNumber'), dob: field('dob', 'ukDate') } }],
  reject: [],
  settleMs: 300,
};
const PAGE = '<!doctype html><p id="nhs">999 000 0026</p><p id="dob">14 July 1941</p>';
const MARGARET = { nhsNumber: '9990000026', born: '1941-07-14', family: null, given: null };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adapter-'));
  put('fernleigh.template.json', TEMPLATE);
  writeFileSync(join(folder, 'resident.html'), PAGE);
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(file: string, content: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}

function run() {
  const args = ['--conditions=@ehch/source', command, folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a page that reads as it must passes, and one that reads otherwise does not', () => {
  put('fernleigh.pages.json', [{ file: 'resident.html', reads: MARGARET }]);
  const right = run();
  assert.equal(right.status, 0, right.stderr);
  assert.match(right.stdout, /resident\.html: NHS number 9990000026, born 1941-07-14/);
  put('fernleigh.pages.json', [{ file: 'resident.html', reads: 'nobody' }]);
  const wrong = run();
  assert.equal(wrong.status, 1);
  assert.match(wrong.stdout, /WRONG\. It has to read as: nobody/);
});

test('the example of the docs reads as the docs say', () => {
  const docs = readFileSync(new URL('../../docs/adapters.md', import.meta.url), 'utf8');
  const [page, template, pages] = [...docs.matchAll(/```(?:html|json)\n(.*?)```/gs)].map(([, code]) => code);
  assert.ok(page && template && pages, 'The docs show a page, a template and a list of pages.');
  const [resident] = JSON.parse(pages) as readonly unknown[];
  writeFileSync(join(folder, 'resident.html'), `<!doctype html>${page}`);
  writeFileSync(join(folder, 'fernleigh.template.json'), template);
  put('fernleigh.pages.json', [resident]);
  const { status, stdout, stderr } = run();
  assert.equal(status, 0, stdout + stderr);
  assert.match(stdout, /born 1941-07-14, family name HUGHES, given name Margaret/);
});

for (const [what, pages, says] of [
  ['a page without what it must read as', [{ file: 'resident.html' }], /no "reads".* for resident\.html/],
  [
    'a page that does not stand there',
    [
      { file: 'resident.html', reads: MARGARET },
      { file: 'gone.html', reads: 'nobody' },
    ],
    /no page, for gone\.html/,
  ],
  ['a page that the list leaves out', [], /does not say what resident\.html must read as/],
] as const)
  test(`${what} is refused before anything is read`, () => {
    put('fernleigh.pages.json', pages);
    const { status, stdout, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, says);
    assert.equal(stdout, '');
  });

test('a list or a template that is no JSON is named', () => {
  for (const file of ['fernleigh.pages.json', 'fernleigh.template.json']) {
    writeFileSync(join(folder, file), '{');
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`${file} is no JSON`));
    put(file, file.includes('pages') ? [{ file: 'resident.html', reads: MARGARET }] : TEMPLATE);
  }
});
