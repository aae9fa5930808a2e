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
  /** Files that are neither script nor style sheet, such as fonts. The server serves them, and the size leaves them out. */
  readonly others: readonly PageFile[];
  /** Size of what the page loads, gzip -9. */
  readonly gzBytes: { readonly scripts: number; readonly styles: number };
}

export interface PageFile {
  readonly name: string;
  readonly content: Buffer;
  /** A script that a worker loads, and not the page. */
  readonly isWorker?: boolean;
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
    bundled.filter(({ name, isWorker }) => name.endsWith(end) && isWorker !== true);
  const scripts = [...given(contestant.scripts), ...ending('.js')];
  const styles = [...given(contestant.styles), ...ending('.css')];
  const others = bundled.filter((one) => !scripts.includes(one) && !styles.includes(one));
  return { scripts, styles, others, gzBytes: { scripts: gz(scripts), styles: gz(styles) } };
}

function gz(files: readonly PageFile[]): number {
  return files.reduce((sum, { content }) => sum + gzipSync(content, { level: 9 }).length, 0);
}

async function cached(contestant: PageSource): Promise<readonly PageFile[]> {
  const key = createHash('sha256')
    .update([readFileSync(contestant.entry), readFileSync(at('peers/package-lock.json')), version].join('\0'))
    .digest('hex');
  const folder = join(CACHE, contestant.id);
  const stamp = join(folder, 'built.json');
  if (existsSync(stamp)) {
    const kept = JSON.parse(readFileSync(stamp, 'utf8')) as { key: string; names: string[] };
    if (kept.key === key) {
      return kept.names.map((name) => ({ name, content: readFileSync(join(folder, name)) }));
    }
  }
  const files = await bundle(contestant);
  for (const { name, content } of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(stamp, JSON.stringify({ key, names: files.map(({ name }) => name) }));
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
      rolldownOptions: { input: entry, output: { codeSplitting: false } },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  return outputs.map((one) => ({
    name: one.fileName,
    content: Buffer.from(one.type === 'chunk' ? one.code : one.source),
    // The bundler gives a worker's script as a file like any other.
    isWorker: one.type === 'asset' && one.fileName.endsWith('.js'),
  }));
}
