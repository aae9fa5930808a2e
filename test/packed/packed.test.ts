// Tests what a vendor installs: the packed tarballs, in an empty project, with dependencies from the registry.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';

const root = new URL('../..', import.meta.url).pathname;
const PACKAGES = ['clinical', 'fhir', 'store', 'sync', 'elements', 'sdk'];
const project = mkdtempSync(join(tmpdir(), 'ehch-packed-'));
const tarballs = join(project, 'tarballs');
const run = (file: string, args: string[], cwd = project) =>
  execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** Parses each file as a module, without linking. */
const PARSE = `
  import { readFileSync } from 'node:fs';
  import { SourceTextModule } from 'node:vm';
  const files = process.argv.slice(1);
  for (const identifier of files) new SourceTextModule(readFileSync(identifier, 'utf8'), { identifier });
  console.log(files.length);
`;

before(() => {
  mkdirSync(tarballs);
  run('tsc', ['--build'], root);
  for (const name of PACKAGES)
    run('npx', ['-y', 'pnpm@10.34.9', 'pack', '--pack-destination', tarballs], join(root, 'packages', name));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'clean', private: true, type: 'module' }),
  );
  run('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    ...readdirSync(tarballs).map((file) => join(tarballs, file)),
    // Types that the docs name, or that React brings.
    '@types/react@19.3.3',
    '@types/trusted-types@2.0.7',
  ]);
  cpSync(new URL('consumer', import.meta.url).pathname, join(project, 'src'), { recursive: true });
});

for (const name of PACKAGES) {
  const tarball = () =>
    join(
      tarballs,
      readdirSync(tarballs).find(
        (file) => file.startsWith(`ehch-${name}-0`) || file.startsWith(`ehch-${name}-1`),
      ) ?? 'missing',
    );

  test(`@ehch/${name}: publint finds nothing`, () => {
    run(bin('publint'), ['--strict', tarball()]);
  });

  test(`@ehch/${name}: its types resolve for every consumer of modules`, () => {
    run(bin('attw'), [
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './ehch.classic.js',
      './engine.worker.js',
      '--',
      tarball(),
    ]);
  });

  test(`@ehch/${name}: every built file is plain JavaScript`, () => {
    const files = globSync(`node_modules/@ehch/${name}/dist/**/*.js`, { cwd: project });
    assert.ok(files.length > 0);
    // All in one process, because a process for each file takes longer than the rest of this test.
    const parsed = run(process.execPath, [
      '--experimental-vm-modules',
      '--input-type=module',
      '-e',
      PARSE,
      ...files,
    ]);
    assert.equal(Number(parsed), files.length);
  });

  test(`@ehch/${name}: carries its licence and acknowledgements, and no tests`, () => {
    const files = globSync(`node_modules/@ehch/${name}/**/*`, { cwd: project });
    for (const file of ['LICENSE', 'NOTICE', 'THIRD-PARTY-LICENSES.txt'])
      assert.ok(files.includes(`node_modules/@ehch/${name}/${file}`), file);
    assert.deepEqual(
      files.filter((file) => /\.(test|fixtures|vectors)\./.test(file)),
      [],
    );
  });
}

test('each tarball names the packages that it brings into a project, with their full licences', () => {
  const licences = (name: string) =>
    readFileSync(join(project, 'node_modules/@ehch', name, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  assert.match(licences('clinical'), /needs no package/);
  for (const name of PACKAGES) {
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(project, 'node_modules/@ehch', name, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    for (const [needed, version] of Object.entries(dependencies))
      if (!needed.startsWith('@ehch/'))
        assert.ok(licences(name).includes(`\n${needed} ${version}\n`), `${name}: ${needed}`);
  }
});

test('our licence, the acknowledgements and the licences of everything bundled lie beside the one-script form', () => {
  const folder = join(project, 'node_modules/@ehch/sdk/dist/classic');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  assert.match(read('ehch.classic.js').slice(0, 200), /^\/\*! EHCH Kit, Apache-2\.0\. See LICENSE, NOTICE/);
  assert.match(read('LICENSE'), /Apache License/);
  assert.match(read('NOTICE'), /Royal College of Physicians/);
  for (const name of ['lit-html', 'zod', 'comlink'])
    assert.match(read('THIRD-PARTY-LICENSES.txt'), new RegExp(`^${name} \\d`, 'm'), name);
});

test('importing the packages in Node does nothing and does not throw', () => {
  const entries = [
    '@ehch/clinical',
    '@ehch/fhir',
    '@ehch/fhir/questionnaire',
    '@ehch/fhir/writers',
    '@ehch/elements/frailty-scorer/assessments',
    '@ehch/elements/care-plan/changing',
    '@ehch/elements/care-plan/copies',
    '@ehch/elements/escalations/settings',
    '@ehch/sdk/engine',
    '@ehch/sdk/client',
    '@ehch/sdk/forms',
    '@ehch/sdk/drill',
    '@ehch/sdk/place',
    // Without fhirpath.js, which a project installs only if it wants it.
    '@ehch/sdk/fhirpath',
    '@ehch/sdk',
  ];
  for (const entry of entries) {
    run(process.execPath, ['--input-type=module', '-e', `await import('${entry}')`]);
  }
});

test('a consumer’s strict types compile', () => {
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2024', 'dom', 'dom.iterable'],
        types: ['trusted-types'],
        jsx: 'react-jsx',
        noEmit: true,
        skipLibCheck: false,
      },
      include: ['src'],
    }),
  );
  run(bin('tsc'), ['-p', '.']);
});

/** The TypeScript of the pages that a vendor reads, as files beside what they take for given. */
function writeExamples(folder: string): number {
  const pages = ['README.md', ...globSync('docs/*.md', { cwd: root })];
  const examples = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```(tsx?)\n(.*?)^```/gms)].map(
      ([, ext = '', text = ''], index) => ({ file: `${page.replaceAll(/\W/g, '-')}-${index}.${ext}`, text }),
    ),
  );
  mkdirSync(folder);
  for (const { file, text } of examples) {
    const whole = file.endsWith('.tsx') ? `export const example = (${text});` : `${text}\nexport {};`;
    writeFileSync(join(folder, file), whole);
  }
  return examples.length;
}

test('every example of TypeScript in the docs compiles in a strict project', () => {
  const written = writeExamples(join(project, 'src/examples'));
  assert.ok(written >= 15, String(written));
  run(bin('tsc'), ['-p', '.']);
});

/** The modules that a page loads before anything happens in it: those of its entry, and of each chunk that the entry imports. */
async function loadedAtOnce(input: string): Promise<readonly string[]> {
  const result = await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input } },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const chunks = outputs.filter((each) => each.type === 'chunk');
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A set is walked to its end also where it grows on the way.
  for (const { imports } of loaded)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk);
  return [...loaded].flatMap(({ moduleIds }) => moduleIds);
}

test('the engine is in its worker alone, and no page of a bundler loads it a second time', async () => {
  const modules = await loadedAtOnce(join(project, 'src/connected.ts'));
  assert.ok(modules.some((file) => file.includes('@ehch/sdk/dist/create-ehch.js')));
  assert.deepEqual(
    modules.filter((file) => /@ehch\/(fhir|store)\/|@ehch\/sync\/dist\/(serve-engine|push|pull)/.test(file)),
    [],
  );
});

test('a page that a bundler built from the tarballs shows a resident, and sends no request', async () => {
  writeFileSync(
    join(project, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>clean</title><link rel="icon" href="data:,"><script type="module" src="/src/main.ts"></script><ehch-provider><ehch-resident-summary resident="r1"></ehch-resident-summary></ehch-provider></html>',
  );
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(project, 'out') },
  });
  const server = createServer((request, response) => {
    const path = join(project, 'out', request.url === '/' ? 'index.html' : (request.url ?? ''));
    response
      .writeHead(200, { 'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html' })
      .end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await puppeteer.launch({
    ...(process.env['CHROME_PATH'] ? { executablePath: process.env['CHROME_PATH'] } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => failed.push(String(error)));
    await page.goto(`${origin}/`, { waitUntil: 'networkidle0' });
    const text = await page.waitForFunction(() => {
      const words = document.querySelector('ehch-resident-summary')?.shadowRoot?.textContent ?? '';
      return words.includes('ASHDOWN, Agnes') && words.includes('penicillin') ? words : false;
    });
    assert.match(String(await text.jsonValue()), /penicillin/);
    assert.deepEqual(failed, []);
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
      [],
    );
  } finally {
    await browser.close();
    server.close();
  }
});
