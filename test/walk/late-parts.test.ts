// What is used only after a press, as a host's bundler makes it: a file of its own, which a network may delay, refuse or take away.
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { launch, shownText } from './browser.ts';

/** A page of a host: one resident's plan, with somewhere for changes to go. */
const SOURCE = `
  import '@ehch/elements/provider';
  import '@ehch/elements/care-plan';
  import { PLAN_VIEWS } from '../clinical/src/care-plan/care-plan.fixtures.ts';
  const provider = document.createElement('ehch-provider');
  provider.actions = {
    enqueue: async (intent) => {
      document.title = 'Saved: ' + intent.what.after.step;
      return { state: 'saved-on-device', at: intent.pressedAt };
    },
    watchReceipt() {},
    saveDraft: async () => ({ where: 'memory' }),
    loadDraft: async () => null,
  };
  const card = document.createElement('ehch-care-plan');
  card.author = { name: 'Grace Mensah', role: 'registered nurse' };
  card.view = PLAN_VIEWS.full;
  provider.append(card);
  document.body.append(provider);
  await card.updateComplete;
  requestAnimationFrame(() => performance.mark('frame of the plan'));`;

const PLAN = 'ehch-care-plan';
const TOGGLE = `${PLAN} >>> [data-press=change-plan]`;

/** What the server does with a file that is asked for. Absent: it gives it. */
type Manner = (response: ServerResponse, give: () => void) => void;

let browser: Browser;
let scripts: ReadonlyMap<string, string>;

before(async () => {
  [browser, scripts] = await Promise.all([launch(), files()]);
});
after(() => browser.close());

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
        resolveId: (id) =>
          id === 'page' ? new URL('../../packages/sdk/page.js', import.meta.url).pathname : null,
        load: (id) => (id.endsWith('/sdk/page.js') ? SOURCE : null),
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

/** Opens the page on a server with these manners, which may change while it is open. */
async function opened(
  manners: Map<string, Manner>,
  work: (page: Page, asked: readonly string[]) => Promise<void>,
) {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const give = (): void => {
      response.setHeader('Content-Type', url === '/' ? 'text/html' : 'text/javascript');
      response.end(
        url === '/'
          ? '<!doctype html><title>Host</title><script type="module" src="/page.js"></script>'
          : scripts.get(url),
      );
    };
    const manner = manners.get(url);
    if (manner === undefined) give();
    else manner(response, give);
  }).listen(0, '127.0.0.1');
  const page = await browser.newPage();
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForSelector(TOGGLE);
    await work(page, asked);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
  }
}

async function says(page: Page, words: RegExp): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const text = await shownText(page, PLAN);
    if (words.test(text)) return;
    if (Date.now() > until) assert.fail(`${words.source} is not said: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const press = (page: Page, selector: string) =>
  page.$eval(`${PLAN} >>> ${selector}`, (button) => (button as HTMLElement).click());

/** Changes today's step of the goal, and saves it. */
async function change(page: Page): Promise<void> {
  await page.$$eval(`${PLAN} >>> [data-press=open-line]`, (buttons) =>
    (buttons.find((one) => one.textContent.includes('A goal of mine')) as HTMLElement | undefined)?.click(),
  );
  await page.locator(`${PLAN} >>> .form [name=step]`).fill('Walk to the door');
  await press(page, '[data-press=save]');
  await says(page, /Change: saved on this PC/);
  assert.equal(await page.title(), 'Saved: Walk to the door');
}

test('both parts of a care plan are files of their own', () => {
  for (const file of ['/changing.js', '/copies.js'])
    assert.ok(scripts.has(file), [...scripts.keys()].join(' '));
});

test('a plan is fetched first and read, its parts come without a press, and it is then changed without a network', async () => {
  await opened(new Map(), async (page, asked) => {
    await page.waitForFunction(() =>
      ['/changing.js', '/copies.js'].every(
        (file) => performance.getEntriesByName(location.origin + file).length > 0,
      ),
    );
    const [frame, fetched] = await page.evaluate(() => [
      performance.getEntriesByName('frame of the plan')[0]?.startTime ?? Infinity,
      performance.getEntriesByName(`${location.origin}/changing.js`)[0]?.startTime ?? 0,
    ]);
    assert.ok((frame ?? 0) < (fetched ?? 0), `${frame} ${fetched}`);
    await page.setOfflineMode(true);
    const before = asked.length;
    await press(page, '[data-press=change-plan]');
    await says(page, /Done changing/);
    await change(page);
    await press(page, '[data-press=open-copy]');
    await says(page, /For whom is the copy\?/);
    assert.equal(asked.length, before);
  });
});

test('a press before the part is here waits, says so, and opens by itself', async () => {
  let give: () => void = () => assert.fail('It was not asked for.');
  await opened(new Map([['/changing.js', (_, given) => (give = given)]]), async (page) => {
    await press(page, '[data-press=change-plan]');
    await says(page, /Fetching what changes a plan\. It opens by itself/);
    await says(page, /If I become unwell/);
    give();
    await says(page, /Done changing/);
    await change(page);
  });
});

test('a part that cannot be fetched is said in words, the plan is read all the same, and the next press fetches it', async () => {
  const fails: Manner = (response) => response.writeHead(503).end();
  const manners = new Map([['/changing.js', fails]]);
  await opened(manners, async (page, asked) => {
    await press(page, '[data-press=change-plan]');
    await says(page, /cannot be changed here now.*Write the change on paper.*Press again/);
    await says(page, /If I become unwell/);
    await page.setOfflineMode(true);
    await press(page, '[data-press=change-plan]');
    await says(page, /cannot be changed here now/);
    await page.setOfflineMode(false);
    manners.clear();
    await press(page, '[data-press=change-plan]');
    await says(page, /Done changing/);
    assert.ok(asked.filter((url) => url === '/changing.js').length >= 2);
    await change(page);
  });
});
