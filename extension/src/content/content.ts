// The content script tells the vault who the host's banner shows. The vault answers nothing, and the script never
// writes to the page. It runs in every frame of an enabled site, and does nothing where no adapter knows the page.
import { NOBODY, type Reading } from '../banner/reading.ts';
import { browser } from '../browser.ts';
import { adapterFor, adaptersOfFrame, type Page } from '../hosts/matches.ts';
import { hosts } from '../hosts/index.ts';
import { PORTS } from '../messages/ports.ts';
import { addListener, visibilityState } from './native.ts';
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
  const stop = watchBanner({ document, read, say: (message) => port.say(message) });
  // This listener comes after the watcher's own, so that the clear is sent before the port closes. The port has to
  // close: browsers do not keep a page with an open port in the back-forward cache.
  addListener(window, 'pagehide', () => port.close(), { capture: true });
}

/** Looks the adapter up at every reading, because a page can change its address without loading again. */
function read(): Reading {
  const adapter = adapterFor(mine, placeOf(window.location));
  return adapter ? readBanner(document, adapter) : NOBODY;
}

function placeOf({ protocol, hostname, port, pathname }: Location): Page {
  return { protocol, hostname, port, pathname, isTop };
}
