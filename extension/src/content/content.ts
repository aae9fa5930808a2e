// The content script tells the vault who the host's banner shows, and tells every part of the extension when that ends.
// It asks one question as it starts, and nobody tells it anything else. It never writes to the page. It runs in every
// frame of an enabled site, and does nothing where no adapter is for the frame.
import { NOBODY, type Reading } from '../banner/reading.ts';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Adapter } from '../hosts/binding.ts';
import { adapterFor, adaptersOfFrame, type Page } from '../hosts/matches.ts';
import type { PageMessage, TakenBack } from '../messages/page.ts';
import { PORTS } from '../messages/ports.ts';
import { addressOfFrame } from './address-of-frame.ts';
import { askForAdapters } from './ask-for-adapters.ts';
import { concerns, shadowsOfBanners } from './concerns.ts';
import { addListener, visibilityState } from './native.ts';
import { browser } from './own-browser.ts';
import { pagePort } from './page-port.ts';
import { readBanner } from './read-banner.ts';
import { takeOver } from './take-over.ts';
import { watchBanner } from './watch-banner.ts';

const ended = new AbortController();
takeOver(() => ended.abort());
void start();

async function start(): Promise<void> {
  const adapters = await mine();
  // Guard: where nobody knows the page, nothing of it is looked at.
  if (adapters.length > 0 && !ended.signal.aborted) watch(adapters);
}

/** The adapters of this frame, as the vault has them now. */
async function mine(): Promise<readonly Adapter[]> {
  const all = await askForAdapters((question) => browser.runtime.sendMessage(question));
  const page = place();
  return page === null ? [] : adaptersOfFrame(all, page);
}

function watch(adapters: readonly Adapter[]): void {
  const port = pagePort({
    connect: () => browser.runtime.connect({ name: PORTS.page }),
    // The browser takes the id away when the extension is updated, switched off or removed.
    isAlive: () => Boolean(browser.runtime?.id),
    isWanted: async () => (await mine()).length > 0,
    isSeen: () => visibilityState(document) === 'visible',
    gone: () => ended.abort(),
  });
  const say = (message: PageMessage): void => {
    // The side panel first: it blanks even while the vault is busy with a record.
    if (message.kind === 'clear') void callOut({ kind: 'taken-back', report: message.report });
    port.say(message);
  };
  const stop = watchBanner({
    document,
    read: () => read(adapters),
    say,
    concerns: concerns(adapters),
    shadows: () => shadowsOfBanners(document, adapters),
  });
  // This listener comes after the watcher's own, so that the clear is sent before the port closes. The port has to
  // close: browsers do not keep a page with an open port in the back-forward cache.
  addListener(window, 'pagehide', () => port.close(), { capture: true, signal: ended.signal });
  ended.signal.addEventListener('abort', () => {
    stop();
    port.close();
  });
}

async function callOut(message: TakenBack): Promise<void> {
  try {
    await browser.runtime.sendMessage(message);
  } catch (error) {
    // No panel is open, or the extension has gone. The vault hears of it over its own port.
    reportCaught(error, 'extension/taken-back');
  }
}

/** Looks the adapter up at every reading, because a page can change its address without loading again. */
function read(adapters: readonly Adapter[]): Reading {
  const page = place();
  const adapter = page && adapterFor(adapters, page);
  return adapter ? readBanner(document, adapter, page.isTop ? 'top' : 'child') : NOBODY;
}

function place(): Page | null {
  const address = addressOfFrame(window);
  if (address === null) return null;
  const { protocol, hostname, port, pathname } = address;
  return { protocol, hostname, port, pathname, isTop: window === window.top };
}
