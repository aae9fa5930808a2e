import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, matchesGlob, posix } from 'node:path';
import type { Runner } from './trial.ts';
import { BROWSER_TESTS, NODE_TESTS, PURE_TESTS } from '../../.ci/test-files.mjs';

/** A test file that loads a source file. */
export interface NearTest {
  readonly file: string;
  /** How many imports lie between the test and the source file. */
  readonly distance: number;
  readonly runner: Runner;
}

/** Gives the tests of a source file, those of its own package, nearest first. */
export type NearTests = (source: string) => readonly NearTest[];

const FILES = [
  'packages/*/{src,test}/**/*.ts',
  'extension/src/**/*.ts',
  'test/vectors/*.ts',
  'test/elements/**/*.ts',
];
/** Proofs of one package that stand outside it: that no element of a resource is silently dropped. */
const PROVED_OUTSIDE = { folder: 'test/elements/', of: 'packages/fhir' };
/** Worked examples are imported by nobody: this file finds them by their name. */
const EXAMPLES = { files: 'packages/clinical/src/**/*.vectors.ts', foundBy: 'test/vectors/rule-sets.ts' };
const IMPORTS =
  /^(?:import|export)\s(?!type\b)(?:[^;'=]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)|new URL\('([^']+)'/gm;

/** Reads once which file imports which, without type imports, because code that is not loaded cannot fail. */
export function nearTests(root: string): NearTests {
  const importers = importersIn(root);
  return (source) => {
    const distances = new Map([[source, 0]]);
    for (const [file, distance] of distances)
      for (const importer of importers.get(file) ?? [])
        if (!distances.has(importer)) distances.set(importer, distance + 1);
    const tests = [...distances]
      .filter(([file]) => file.endsWith('.test.ts') && packageOf(file) === packageOf(source))
      .flatMap(([file, distance]) => {
        const runner = runnerOf(file);
        return runner === undefined ? [] : [{ file, distance, runner }];
      });
    const rank = rankIn(root, source, tests);
    return tests.toSorted((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
  };
}

/**
 * Orders the tests that load a file. A test beside the file was written for it, even if it reaches it through others. Then
 * come tests about the same things, by words that few tests share, and tests of the folders around.
 */
function rankIn(root: string, source: string, tests: readonly NearTest[]): (test: NearTest) => number {
  const words = new Map(tests.map(({ file }) => [file, wordsIn(root, file)]));
  const rarity = (word: string) => {
    const having = [...words.values()].filter((each) => each.has(word)).length;
    return having === 0 ? 0 : Math.log((tests.length + 1) / having);
  };
  const own = [...wordsIn(root, source)].map((word) => [word, rarity(word)] as const);
  const all = own.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  return ({ file, distance }) => {
    if (file.startsWith(source.replace(/ts$/, ''))) return -10;
    const shared = own
      .filter(([word]) => words.get(file)?.has(word))
      .reduce((sum, [, weight]) => sum + weight, 0);
    const away = posix.relative(dirname(source), dirname(file)).split('/').filter(Boolean).length;
    return away / 10 + distance / 100 - (2 * shared) / all;
  };
}

const wordsKept = new Map<string, ReadonlySet<string>>();

function wordsIn(root: string, file: string): ReadonlySet<string> {
  const path = `${root}/${file}`;
  const kept = wordsKept.get(path) ?? new Set(readFileSync(path, 'utf8').match(/[\w-]{5,}/g));
  wordsKept.set(path, kept);
  return kept;
}

function importersIn(root: string): ReadonlyMap<string, ReadonlySet<string>> {
  const resolve = resolverIn(root);
  const importers = new Map<string, Set<string>>();
  for (const file of globSync(EXAMPLES.files, { cwd: root }))
    importers.set(file, new Set([EXAMPLES.foundBy]));
  for (const file of globSync(FILES, { cwd: root, exclude: ['**/node_modules/**'] })) {
    for (const [, named, lazy, worker] of readFileSync(`${root}/${file}`, 'utf8').matchAll(IMPORTS)) {
      const imported = resolve(named ?? lazy ?? worker ?? '', file);
      if (imported === undefined) continue;
      if (!importers.has(imported)) importers.set(imported, new Set());
      importers.get(imported)?.add(file);
    }
  }
  return importers;
}

function resolverIn(root: string): (specifier: string, importer: string) => string | undefined {
  const exported = new Map<string, string>();
  for (const manifest of globSync('packages/*/package.json', { cwd: root })) {
    const { name, exports } = JSON.parse(readFileSync(`${root}/${manifest}`, 'utf8')) as Manifest;
    for (const [entry, { '@ehch/source': source }] of Object.entries(exports ?? {}))
      if (source) exported.set(posix.join(name, entry), posix.join(dirname(manifest), source));
  }
  return (specifier, importer) => {
    if (specifier.startsWith('.')) {
      const path = posix.join(dirname(importer), specifier);
      return [path, path.replace(/\.js$/, '.ts')].find(
        (each) => each.endsWith('.ts') && existsSync(`${root}/${each}`),
      );
    }
    const exact = exported.get(specifier);
    if (exact !== undefined) return exact;
    const [scope = '', name = '', ...rest] = specifier.split('/');
    return exported.get(`${scope}/${name}/*`)?.replace('*', rest.join('/'));
  };
}

interface Manifest {
  readonly name: string;
  readonly exports?: Record<string, { readonly '@ehch/source'?: string }>;
}

export function packageOf(file: string): string {
  if (file.startsWith(PROVED_OUTSIDE.folder)) return PROVED_OUTSIDE.of;
  return /^(packages\/[^/]+|extension)\//.exec(file)?.[1] ?? '';
}

function runnerOf(file: string): Runner | undefined {
  const isOf = (patterns: readonly string[]) => patterns.some((pattern) => matchesGlob(file, pattern));
  if (isOf(BROWSER_TESTS)) return 'chromium';
  return isOf([...PURE_TESTS, ...NODE_TESTS]) ? 'node' : undefined;
}
