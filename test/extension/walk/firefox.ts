// Starts the extension in a real Firefox over WebDriver BiDi, with the panel in a background tab. A test cannot reach
// the sidebar itself. The same page in a tab of the same window follows the active tab in the same way.
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { buildExtension } from '../../../extension/build.ts';
import { observer } from './observe.ts';
import { until, type Stage } from './stage.ts';

export const FIREFOX_ID = 'ehch-kit@ehch-kit.example';
const UUID = '3b2f5a3e-0d5b-4f0e-9a6e-0f1c2d3e4f5a';
const FAMILIES = ['ASHWORTH', 'FARROW'];

const program = [process.env['FIREFOX_PATH'], '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
);
/** Why there is no Firefox to test in, or `false`. */
export const noFirefox = program ? false : 'no Firefox on this machine';

/** Puppeteer does not list extension documents, so this asks for them over BiDi itself. */
interface Raw {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}
interface Context {
  readonly context: string;
  readonly url: string;
  readonly children: readonly Context[] | null;
}

/**
 * A Firefox with the configured demo build, and its panel in a background tab.
 *
 * @param settings what an administrator gives the extension
 */
export async function openFirefox(stage: Stage, built: string, settings?: object) {
  const [folder = ''] = await buildExtension(['firefox-demo'], (each) => join(built, each));
  // The observer loads with the pages themselves, so that it is there before any record is.
  for (const file of ['side.js', 'render.js'])
    appendFileSync(join(folder, file), `\n;(${observer.toString()})(${JSON.stringify(FAMILIES)}, '');\n`);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program ?? '',
    headless: true,
    env: { ...process.env, ...(settings && { HOME: homeWith(settings, built) }) },
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
      // Firefox asks its user at each reading, in a bubble that no test can press.
      'dom.events.testing.asyncClipboard': true,
    },
  });
  await browser.installExtension(folder);
  const side = panelOf(browser);
  await side.open();
  await side.run(`browser.storage.local.set({ configuration: ${JSON.stringify(stage.configuration)} })`);
  await until('the list of residents is read', async () => /\d+ people|Not enabled/.test(await side.words()));
  return { browser, ...side };
}

/** Firefox finds managed settings in the home folder of the user, so this one has a home of its own. */
function homeWith(settings: object, built: string): string {
  const home = join(built, 'home');
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: FIREFOX_ID, description: 'Settings', type: 'storage', data: settings };
  writeFileSync(join(folder, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
  return home;
}

/** The panel's page and its renderer, which puppeteer cannot see. */
function panelOf(browser: Browser) {
  const send = async (method: string, params: object): Promise<unknown> =>
    (await (browser as Browser & Raw).connection.send(method, params)).result;

  async function contexts(): Promise<readonly Context[]> {
    const { contexts: roots } = (await send('browsingContext.getTree', {})) as {
      contexts: readonly Context[];
    };
    const all = (each: Context): Context[] => [each, ...(each.children ?? []).flatMap(all)];
    return roots.flatMap(all);
  }

  /** The value of an expression in a document. The document may disappear at that moment. */
  async function evaluate(context: string, expression: string): Promise<unknown> {
    const { result } = (await send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })) as { result?: { value?: unknown } };
    return result?.value;
  }

  const contextOf = async (page: string) => (await contexts()).find(({ url }) => url.endsWith(page))?.context;
  const textIn = async (context: string | undefined, expression: string): Promise<string> => {
    // A frame that the panel has just removed says nothing any more.
    const text = context ? await evaluate(context, expression).catch(() => '') : '';
    return typeof text === 'string' ? text : '';
  };
  const words = async () => textIn(await contextOf('/side.html'), 'document.body.innerText');
  const record = async () =>
    textIn(
      await contextOf('/render.html'),
      "document.querySelector('ehch-resident-summary')?.shadowRoot?.textContent",
    );
  return {
    send,
    evaluate,
    words,
    /** Where the pages of the extension stand in this browser. */
    own: `moz-extension://${UUID}`,
    record,
    async open(): Promise<void> {
      const { context } = (await send('browsingContext.create', { type: 'tab', background: true })) as {
        context: string;
      };
      const url = `moz-extension://${UUID}/side.html`;
      await send('browsingContext.navigate', { context, url, wait: 'none' });
      await until('the panel is open', async () => (await contextOf('/side.html')) !== undefined);
    },
    /** Runs an expression in the panel's page. */
    run: async (expression: string) => evaluate((await contextOf('/side.html')) ?? '', expression),
    /** Waits until the panel shows the resident's record, and the server has answered all of it. */
    shows: ({ family }: { family: string }) =>
      until(`the record of ${family} is drawn`, async () => {
        const drawn = await record();
        return (
          (await words()).includes(family) && drawn.toUpperCase().includes(family) && !/loading/i.test(drawn)
        );
      }),
  };
}
