import { createHash } from 'node:crypto';
import { existsSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, version } from 'vite';
import type { PageSource } from './page-source.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const CACHE = at('dist/pages');

/** A contestant's page, ready to be served: file name → content, in the order in which the page names them. */
export interface BuiltPage {
  readonly scripts: readonly PageFile[];
  readonly styles: readonly PageFile[];
  /** Files that the page does not name: parts that a script imports, and fonts. */
  readonly others: readonly PageFile[];
  /** What the page loads before anything is asked of it, gzip -9. */
  readonly gzBytes: { readonly scripts: number; readonly styles: number };
}

export interface PageFile {
  readonly name: string;
  readonly content: Buffer;
  /** Of a script that the page does not name: it is imported by one that it names, or loaded when it is needed, as a worker's is. */
  readonly comes?: 'imported' | 'later';
}

/** Bundles a contestant for production, all with the same bundler. It keeps a peer's bundle until the lock file changes. */
export async function buildPage(contestant: PageSource): Promise<BuiltPage> {
  const bundled = contestant.kind === 'peer' ? await cached(contestant) : await bundle(contestant);
  const given = (paths: readonly string[] = []) =>
    paths.map((path, index) => ({
      name: `given-${index}.${path.split('.').at(-1)}`,
      content: readFileSync(path),
    }));
  const ending = (end: string) =>
    bundled.filter(({ name, comes }) => name.endsWith(end) && comes === undefined);
  const imported = bundled.filter(({ comes }) => comes === 'imported');
  const scripts = [...given(contestant.scripts), ...ending('.js')];
  const styles = [...given(contestant.styles), ...ending('.css')];
  const others = bundled.filter((one) => !scripts.includes(one) && !styles.includes(one));
  return { scripts, styles, others, gzBytes: { scripts: gz([...scripts, ...imported]), styles: gz(styles) } };
}

function gz(files: readonly PageFile[]): number {
  return files.reduce((sum, { content }) => sum + gzipSync(content, { level: 9 }).length, 0);
}

async function cached(contestant: PageSource): Promise<readonly PageFile[]> {
  const key = createHash('sha256')
    .update(
      [
        readFileSync(contestant.entry),
        readFileSync(join(dirname(contestant.entry), 'package-lock.json')),
        readFileSync(fileURLToPath(import.meta.url)),
        version,
      ].join('\0'),
    )
    .digest('hex');
  const folder = join(CACHE, contestant.id);
  const stamp = join(folder, 'built.json');
  if (existsSync(stamp)) {
    const kept = JSON.parse(readFileSync(stamp, 'utf8')) as {
      key: string;
      files: Omit<PageFile, 'content'>[];
    };
    if (kept.key === key) {
      return kept.files.map((file) => ({ ...file, content: readFileSync(join(folder, file.name)) }));
    }
  }
  const files = await bundle(contestant);
  for (const { name, content } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(stamp, JSON.stringify({ key, files: files.map(({ name, comes }) => ({ name, comes })) }));
  return files;
}

async function bundle({ entry, kind }: PageSource): Promise<readonly PageFile[]> {
  const result = await build({
    root: dirname(entry),
    base: './',
    configFile: false,
    logLevel: 'error',
    resolve: {
      conditions: [...(kind === 'peer' ? [] : ['@ehch/source']), 'module', 'browser', 'production'],
      // The floor uses the same Lit as the components.
      ...(kind === 'control' ? { alias: { lit: at('../../packages/elements/node_modules/lit') } } : {}),
    },
    define: { 'process.env.NODE_ENV': '"production"' },
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      // As in use: what a contestant loads when it is needed is a part of its own, and is not in the page before.
      rolldownOptions: { input: entry },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const chunks = outputs.filter((one) => one.type === 'chunk');
  const imported = importedBy(chunks);
  const comesOf = (one: (typeof outputs)[number]): Pick<PageFile, 'comes'> => {
    // The bundler hands the script of a worker over as a file like any other.
    if (one.type === 'asset') return one.fileName.endsWith('.js') ? { comes: 'later' } : {};
    return one.isEntry ? {} : { comes: imported.has(one.fileName) ? 'imported' : 'later' };
  };
  return outputs.map((one) => ({
    name: one.fileName,
    content: Buffer.from(one.type === 'chunk' ? one.code : one.source),
    ...comesOf(one),
  }));
}

interface Chunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
}

/** The parts that come with an entry before it runs. */
function importedBy(chunks: readonly Chunk[]): ReadonlySet<string> {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  // A set is gone through to its end, also what is added on the way.
  for (const name of found)
    for (const each of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) found.add(each);
  return found;
}
