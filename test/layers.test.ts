import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const root = new URL('..', import.meta.url).pathname;

/** Which package may import which: ARCHITECTURE.md's picture as data. */
const LAYERS: Record<string, readonly string[]> = {
  clinical: [],
  fhir: ['@ehch/clinical', 'zod'],
  store: ['@ehch/clinical', 'idb'],
  sync: ['@ehch/clinical', '@ehch/fhir', '@ehch/store', 'comlink'],
  elements: ['@ehch/clinical', '@lit/context', 'lit'],
  sdk: ['@ehch/clinical', '@ehch/elements', '@ehch/fhir', '@ehch/sync', 'zod'],
};

/** Packages that a page may install beside one of ours, for a single entry. */
const BESIDE: Record<string, readonly string[]> = { sdk: ['fhirpath'] };

const IMPORTS = /^(?:import|export)\s(?:[^;'=]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm;

for (const [name, allowed] of Object.entries(LAYERS)) {
  test(`${name} depends on ${allowed.join(', ') || 'nothing'}`, () => {
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    assert.deepEqual(Object.keys(dependencies).sort(), [...allowed].sort());
  });

  test(`${name} imports nothing that it does not depend on`, () => {
    for (const file of globSync(`packages/${name}/src/**/*.ts`, {
      cwd: root,
      exclude: (path) => /\.(test|fixtures|vectors)\.ts$/.test(path),
    })) {
      for (const [, named, called] of readFileSync(join(root, file), 'utf8').matchAll(IMPORTS)) {
        const specifier = named ?? called ?? '';
        // A specifier with a hash is the package's own import, from its package.json.
        if (/^[.#]/.test(specifier)) continue;
        assert.ok(
          [...allowed, ...(BESIDE[name] ?? [])].some(
            (each) => specifier === each || specifier.startsWith(`${each}/`),
          ),
          `${file} imports ${specifier}`,
        );
      }
    }
  });
}

test('only one file loads fhirpath.js, only when needed, and no engine or extension does', () => {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const sources = globSync('{packages/*,extension}/src/**/*.ts', {
    cwd: root,
    exclude: (path) => /\.(test|fixtures)\.ts$/.test(path),
  });
  const naming = sources.filter((file) => /'(?:@ehch\/sdk\/)?fhirpath[/']/.test(read(file)));
  assert.deepEqual(naming, ['packages/sdk/src/forms/fhirpath-evaluator.ts']);
  assert.doesNotMatch(read(naming[0] ?? ''), /^import (?!type )[^;]*from 'fhirpath/m);
});

/** Sources that break a rule, the place where they would, and words that the lint's message must have. */
const PLANTED: readonly (readonly [file: string, source: string, says: string])[] = [
  ['packages/elements/src/x/x.ts', "import '@ehch/fhir';", 'never know FHIR'],
  ['packages/elements/src/x/x.ts', "export const a = () => fetch('/');", 'never fetch'],
  ['packages/clinical/src/x.ts', 'export const a = () => Date.now();', 'present moment'],
  ['packages/clinical/src/x.ts', "import '@ehch/fhir';", 'clinical imports nothing'],
  ['packages/clinical/src/x.ts', 'export const a = () => document.title;', 'without a DOM'],
  ['packages/fhir/src/x.ts', "import 'zod';", 'zod/mini'],
  ['packages/fhir/src/x.ts', "import '@ehch/store';", 'nothing of storage'],
  ['packages/store/src/x.ts', "import '@ehch/sync';", 'neither syncs'],
  ['packages/sync/src/x.ts', "import '@ehch/elements';", 'shows nothing'],
  ['packages/sdk/src/x.ts', "export const a = () => localStorage.getItem('a');", 'in the clear'],
  [
    'packages/elements/src/x/x.ts',
    "export const a = (e: Element) => { e.innerHTML = ''; };",
    'Trusted Types',
  ],
  ['extension/src/shell/x.ts', "import '@ehch/elements';", 'leaves the record to its renderer'],
  ['extension/src/shell/x.ts', "export const a = () => fetch('/');", 'Only the vault'],
  ['extension/src/renderer/x.ts', "import '../browser.ts';", 'no way out'],
  ['extension/src/renderer/x.ts', "import '@ehch/sdk/client';", 'no way out'],
  [
    'packages/sdk/src/x.ts',
    'export const a = () => { try { JSON.parse(``); } catch { return; } };',
    'vanishes',
  ],
  ['packages/sdk/src/x.ts', 'export const a = (b: Promise<void>) => b.catch(() => {});', 'vanishes'],
  [
    'packages/sdk/src/x.ts',
    'export const a = () => { try { JSON.parse(``); } catch (error) { return null; } };',
    'vanishes',
  ],
  ['packages/sdk/src/x.ts', 'export const a = (b: Promise<number>) => b.catch((error) => null);', 'vanishes'],
  [
    'packages/sdk/src/x.ts',
    'export const a = (b: Promise<number>) => b.then((c) => c, () => 0);',
    'vanishes',
  ],
  ['packages/sdk/src/x.ts', 'export const a = (b: string) => reportCaught(null, b);', 'as a literal'],
  ['packages/elements/src/x/x.ts', `export const a = html\`${'a'.repeat(120)}\`;`, 'at most 120 characters'],
  ['packages/sync/src/x.ts', `export function a() {\n${'b();\n'.repeat(80)}}`, 'too many lines'],
  ['packages/sync/src/x.ts', "import { a } from './x.ts'; export const b = a;", 'cycle'],
];

test('each zone of the lint fails on a planted breach, and says why', () => {
  for (const [file, source, says] of PLANTED) {
    const folder = mkdtempSync(join(tmpdir(), 'ehch-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    cpSync(join(root, '.ci/lint-house.mjs'), join(folder, '.ci/lint-house.mjs'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), `${source}\n`);
    let output = '';
    try {
      output = execFileSync(join(root, 'node_modules/.bin/oxlint'), [file], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.fail(`not caught: ${file}: ${source}\n${output}`);
    } catch (error) {
      output = (error as { stdout?: string }).stdout ?? '';
    }
    assert.ok(output.includes(says), `${file}: ${source}\nsaid: ${output}`);
  }
});

test('scripts and tests run on Node 24, whatever Node the machine has', () => {
  assert.ok(Number(process.versions.node.split('.')[0]) >= 24, `running on ${process.versions.node}`);
});

test('the entry of every package is a table of contents', () => {
  for (const name of Object.keys(LAYERS)) {
    const lines = readFileSync(join(root, 'packages', name, 'src/index.ts'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !/^\s*(\/\/|\*|\/\*)/.test(line));
    for (const line of lines
      .join(' ')
      .split(';')
      .filter((each) => each.trim() !== ''))
      assert.match(line.trim(), /^(export|import) /, `${name}: ${line}`);
  }
});
