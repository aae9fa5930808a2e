import { createServer } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = dirname(fileURLToPath(import.meta.url));

// The strictest page that a host can have, so that whatever a picture shows works there too.
const POLICY =
  "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Shots</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/page.css"></head><body><script type="module" src="/page.js"></script></body></html>`;

/** Builds the page with its components, like a host, and serves it on this machine. */
export async function serve(): Promise<{ address: string; close(): void }> {
  const built = await build({
    root: HERE,
    configFile: false,
    logLevel: 'error',
    // The tests put away what they draw. Here it stays on the page.
    define: { afterEach: '(() => undefined)' },
    resolve: { conditions: ['@ehch/source', 'module', 'browser', 'production'] },
    build: {
      write: false,
      lib: { entry: 'page.ts', formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const output = Array.isArray(built) ? built.flatMap((one) => one.output) : 'output' in built ? built.output : [];
  const script = output.find((file) => file.type === 'chunk')?.code ?? '';
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', PAGE],
    '/page.js': ['text/javascript', script],
    '/page.css': ['text/css', ':root { color-scheme: light dark } body { margin: 0 }'],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[new URL(request.url ?? '/', 'http://localhost').pathname] ?? ['text/plain', ''];
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    response.setHeader('Content-Security-Policy', POLICY);
    response.end(text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
