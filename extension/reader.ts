// The reading of a banner for a browser that has no extension: for the tests of the layouts, and for who writes a template.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Fit } from './src/content/fit.ts';
import type { OnScreen } from './src/messages/page.ts';

export interface TabReading {
  readonly reads: OnScreen | 'nobody' | 'ambiguous';
  /** Of each frame in which the template has something to read. */
  readonly fits: readonly (Fit & { readonly frame: string })[];
}

/** Makes one script of the sources by which the content script reads a page. */
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@ehch/source', 'module', 'browser'] },
    build: {
      target: 'es2022',
      write: false,
      lib: {
        entry: fileURLToPath(new URL('src/hosts/layouts/read-tab.fixtures.ts', import.meta.url)),
        formats: ['iife'],
        name: 'tab',
      },
    },
  });
  const [chunk] = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The reading did not become one script.');
  return chunk.code;
}

/** Returns a function that reads the page that is open, by each of the templates. */
export async function tabReader(): Promise<
  (page: Page, templates: readonly unknown[]) => Promise<readonly TabReading[]>
> {
  const script = await bundled();
  return async (page, templates) =>
    (await page.evaluate(`${script};
    (${JSON.stringify(templates)}).map((template) => {
      const adapter = { id: 'a', template, match: [], from: 'managed' };
      return { reads: tab.readTab(document, adapter), fits: tab.fitTab(document, adapter) };
    })`)) as readonly TabReading[];
}

/** What a saved page brings with it. Without its styles more of it would be seen than its users see. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Serves the files of a folder on this machine. The pages can ask nothing of the systems that they came from. */
export async function serveFolder(
  folder: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path);
    if (path.includes('..') || !statSync(file, { throwIfNoEntry: false })?.isFile())
      return response.writeHead(404).end();
    response.setHeader('content-type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream');
    response.setHeader('content-security-policy', "default-src 'self' 'unsafe-inline' data:");
    return response.end(readFileSync(file));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
