// The kit's own assessments, as a host's bundler makes them: a file of their own, which a server may fail to deliver.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { build } from 'vite';
import { launch } from './browser.ts';

const SOURCE = `
  import '@ehch/elements/frailty-scorer';
  const scorer = document.createElement('ehch-frailty-scorer');
  scorer.resident = 'resident-1';
  scorer.assessment = '4at';
  document.body.append(scorer);`;

/** The built page, by address. */
async function files(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: new URL('../../packages/sdk', import.meta.url).pathname,
    resolve: { conditions: ['@ehch/source', 'module', 'browser', 'production'] },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? '\0page' : null),
        load: (id) => (id === '\0page' ? SOURCE : null),
      },
    ],
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: { input: 'page', output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' } },
    },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : '']));
}

test('the scorer says that assessments are missing when a server fails, and loads them at the next try', async () => {
  const scripts = await files();
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    const fails = url === '/assessments.js' && !asked.includes(url);
    asked.push(url);
    response.statusCode = fails ? 503 : 200;
    response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
    response.end(
      url === '/'
        ? '<!doctype html><title>Host</title><script type="module" src="/page.js"></script>'
        : fails
          ? ''
          : scripts.get(url),
    );
  }).listen(0, '127.0.0.1');
  const browser = await launch();
  try {
    assert.ok(scripts.has('/assessments.js'), [...scripts.keys()].join(' '));
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const again = await page.waitForSelector('ehch-frailty-scorer >>> [data-press=fetch-assessments]');
    const said = await page.$eval('ehch-frailty-scorer >>> [role=alert]', (alert) =>
      alert.textContent.trim(),
    );
    assert.match(said, /^The assessments could not be loaded/);
    await again?.click();
    await page.waitForSelector('ehch-frailty-scorer >>> input[type=radio]');
    assert.equal(asked.filter((url) => url === '/assessments.js').length, 2);
  } finally {
    await browser.close();
    server.close();
  }
});
