// The content script tells the vault who the host's banner shows, and tells every part of the extension when that ends.
// Nobody answers it, and the script never writes to the page. It runs in every frame of an enabled site, and does
// nothing where no adapter knows the page.
import { NOBODY, type Reading } from '../banner/reading.ts';
import { reportCaught } from '@ehch/clinical/diagnostics';
import { adapterFor, adaptersOfFrame, type Page } from '../hosts/matches.ts';
import { hosts } from '../hosts/index.ts';
import type { PageMessage, TakenBack } from '../messages/page.ts';
import { PORTS } from '../messages/ports.ts';
import { concerns, shadowsOfBanners } from './concerns.ts';
import { addListener, visibilityState } from './native.ts';
import { browser } from './own-browser.ts';
import { pagePort } from './page-port.ts';
import { readBanner } from './read-banner.ts';
import { watchBanner } from './watch-banner.ts';

const isTop = window === window.top;
const mine = adaptersOfFrame(hosts, placeOf(window.location));
if (mine.length > 0) start();

function start(): void {
  const isSeen = () => visibilityState(document) === 'visible';
  const port = pagePort({
    connect: () => browser.runtime.connect({ name: PORTS.page }),
    // The browser takes the id away when the extension is updated, switched off or removed.
    isAlive: () => Boolean(browser.runtime?.id),
    isSeen,
    gone: () => stop(),
  });
  const say = (message: PageMessage): void => {
    // The side panel first: it blanks even while the vault is busy with a record.
    if (message.kind === 'clear') void callOut({ kind: 'taken-back', report: message.report });
    port.say(message);
  };
  const shadows = () => shadowsOfBanners(document, mine);
  const stop = watchBanner({ document, read, say, concerns: concerns(mine), shadows });
  // This listener comes after the watcher's own, so that the clear is sent before the port closes. The port has to
  // close: browsers do not keep a page with an open port in the back-forward cache.
  addListener(window, 'pagehide', () => port.close(), { capture: true });
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
function read(): Reading {
  const adapter = adapterFor(mine, placeOf(window.location));
  return adapter ? readBanner(document, adapter, isTop ? 'top' : 'child') : NOBODY;
}

function placeOf({ protocol, hostname, port, pathname }: Location): Page {
  return { protocol, hostname, port, pathname, isTop };
}
