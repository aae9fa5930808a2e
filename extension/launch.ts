// `npm run extension` starts a separate Chromium with the development build and the demo hosts. It leaves nothing
// behind. Each part of the extension prints the errors that it catches in its own console.
//   npm run extension -- --headless   for tests without a screen: prints a line once the vault runs, and waits
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser } from 'puppeteer-core';
import { startDemo, type Demo } from '../examples/demo.ts';
import { buildExtension, type BuildName } from './build.ts';

/** The demo build reads its server and place from this port, so the number is fixed (see `vault/configuration.ts`). */
const PORT = 8100;
const FHIR_PORT = 8103;

const HOSTS = [`http://gp.localhost:${PORT}/gp-record/`, `http://diary.localhost:${PORT}/care-diary/`];

/** Starts Chromium with a fresh profile and one build of the extension. `close` also deletes the profile. */
export async function launchWithExtension(
  build: BuildName,
  { headless }: { readonly headless: boolean },
): Promise<{ readonly browser: Browser; close(): Promise<void> }> {
  const [folder = ''] = await buildExtension([build]);
  const userDataDir = await mkdtemp(join(tmpdir(), 'ehch-extension-'));
  const executablePath = process.env['CHROME_PATH'];
  const browser = await puppeteer.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    headless,
    userDataDir,
    defaultViewport: null,
    enableExtensions: [folder],
    // We handle the signals ourselves, so that the demo's servers are closed as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // Chromium refuses to start its sandbox as root, which is the usual user in a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  await browser.waitForTarget((target) => target.url().endsWith('/vault.js'));
  return {
    browser,
    async close() {
      await browser.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function stop(words: string): never {
  console.error(`\n${words}`);
  process.exit(1);
}

/** Starts the demo, or uses the one that `npm start` serves in another window and leaves it running. */
async function demo(): Promise<Pick<Demo, 'words' | 'close'>> {
  try {
    return await startDemo({ port: PORT, fhirPort: FHIR_PORT });
  } catch (error) {
    const { code } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw error;
  }
  const running = await fetch(`http://localhost:${PORT}/demo.json`).catch(() => null);
  if (!running?.ok) stop(`Port ${PORT} or ${FHIR_PORT} is taken by another program. The demo needs both.`);
  return { words: 'The demo that runs in another window.', close: () => Promise.resolve() };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
  const hasScreen =
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  if (!values.headless && !hasScreen)
    stop(
      'There is no screen here to open a browser on. Run this on a desktop, or add "-- --headless" for a test without one.',
    );
  const served = await demo();
  const { browser, close } = await launchWithExtension('chrome-development', values);
  const [first] = await browser.pages();
  await first?.goto(HOSTS[0] ?? '');
  for (const host of HOSTS.slice(1)) await (await browser.newPage()).goto(host);
  await first?.bringToFront();

  console.log(`
EHCH Kit in a browser of its own. ${served.words}

  Record system of a GP practice   ${HOSTS[0]}
  A care home's diary              ${HOSTS[1]}

 1. Choose a patient in the record system. For a resident, the EHCH Kit button of the toolbar gets a mark
    (the button is behind the puzzle piece; pin it to see it).
 2. Click the button: the resident's summary opens in the side panel.
 3. Choose other patients, also some who do not live in the home, and change tabs. The panel follows.

Close the browser or press Ctrl+C to stop.`);

  const ended = new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await ended;
  await close();
  await served.close();
}

if (import.meta.main) await main();
