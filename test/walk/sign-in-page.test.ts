import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { sampleStaff, startDevServer, type DevServer } from '../../packages/dev-server/src/index.ts';
import { launch, troubles } from './browser.ts';

let browser: Browser;
let server: DevServer;
let address: string;
/** The client: whatever comes to its address is noted. */
const came: string[] = [];
const host = createServer((request, response) => {
  if (request.url?.startsWith('/back') === true) came.push(request.url);
  response.writeHead(200, { 'content-type': 'text/plain' }).end('Back.');
});

before(async () => {
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  const redirect = `http://localhost:${(host.address() as AddressInfo).port}/back`;
  const clients = [{ id: 'walk', name: 'A walk', redirectUris: [redirect] }];
  [browser, server] = await Promise.all([
    launch(),
    startDevServer({ staff: sampleStaff({ now: new Date().toISOString() }), signIn: { clients } }),
  ]);
  address = `${server.url.replace(/\/fhir$/, '')}/authorize?${new URLSearchParams({
    client_id: 'walk',
    redirect_uri: redirect,
    response_type: 'code',
    state: 'a'.repeat(32),
    aud: server.url,
    scope: 'openid user/*.rs',
    code_challenge: 'c'.repeat(43),
    code_challenge_method: 'S256',
  }).toString()}`;
});
after(async () => {
  await browser.close();
  await server.close();
  host.close();
});

async function opened(): Promise<{ page: Page; found: string[] }> {
  const page = await browser.newPage();
  const found = troubles(page);
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 320, height: 640 });
  await page.goto(address);
  return { page, found };
}

test('without a script and by the keyboard alone, a person signs in and is sent back', async () => {
  const { page, found } = await opened();
  await page.focus('aria/Dr Helen Marsh GP, clinical lead for Rowan Court[role="radio"]');
  await page.keyboard.press('Space');
  await page.focus('aria/Sign in[role="button"]');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.match(came.at(-1) ?? '', /^\/back\?code=[\w-]{32}&state=a{32}&iss=/);
  assert.deepEqual(found, []);
  await page.close();
});

test('"Not now" needs nobody chosen, and the client hears that the person declined', async () => {
  const { page } = await opened();
  await Promise.all([page.waitForNavigation(), page.click('aria/Not now[role="button"]')]);
  assert.match(came.at(-1) ?? '', /^\/back\?error=access_denied&/);
  await page.close();
});

test('the page is accessible, and fits a width of 320 pixels', async () => {
  const { page, found } = await opened();
  await page.setJavaScriptEnabled(true);
  await page.reload();
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'] },
    }),
  );
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    [],
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide}`);
  assert.deepEqual(found, []);
  await page.close();
});
