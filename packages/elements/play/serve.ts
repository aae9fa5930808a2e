// `npm run play`: every named state of every component, drawn again at every change of a source. Works without a network.
//   npm run play -- --port 9000   another port; where it is taken, the next that is free
//   npm run play -- --browser     opens a Chromium of its own, which can force colours too
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Serves the play page from its sources. */
export async function startPlay(
  port: number,
): Promise<{ readonly url: string; readonly server: ViteDevServer }> {
  const server = await createServer({
    root: at('.'),
    configFile: false,
    logLevel: 'warn',
    cacheDir: at('../../../node_modules/.vite-play'),
    resolve: { conditions: ['@ehch/source', 'development', 'module', 'browser'] },
    // The states are drawn as the tests draw them, and here nothing comes after a test.
    define: { afterEach: '(() => undefined)' },
    server: { port, host: '127.0.0.1', fs: { allow: [at('../../..')] } },
  });
  await server.listen();
  return { url: server.resolvedUrls?.local[0] ?? '', server };
}

async function openBrowser(url: string): Promise<void> {
  const executablePath = process.env['CHROME_PATH'];
  const browser = await puppeteer.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    headless: false,
    defaultViewport: null,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const [page = await browser.newPage()] = await browser.pages();
  const session = await page.createCDPSession();
  await page.exposeFunction('forceColours', (forced: boolean) =>
    session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: forced ? 'active' : 'none' }],
    }),
  );
  await page.goto(url);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8110' }, browser: { type: 'boolean', default: false } },
  });
  const { url } = await startPlay(Number(values.port));
  console.log(`\nEvery state of every component: ${url}\n\nPress Ctrl+C to stop.`);
  if (values.browser) await openBrowser(url);
}
