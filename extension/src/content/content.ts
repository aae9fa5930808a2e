// The content script: says who the host's banner shows. It is told nothing, writes nothing, and is in every frame of
// the sites that are enabled, so it does nothing where no adapter knows the page.
import { NOBODY, type Reading } from '../banner/reading.ts';
import { browser } from '../browser.ts';
import { adapterFor, isOrigin } from '../hosts/matches.ts';
import { hosts } from '../hosts/index.ts';
import { PORTS } from '../messages/ports.ts';
import { addListener, visibilityState } from './native.ts';
import { pagePort } from './page-port.ts';
import { readBanner } from './read-banner.ts';
import { watchBanner } from './watch-banner.ts';

const isTop = window === window.top;
const mine = hosts.filter(
  ({ frame, match }) =>
    (frame === 'top') === isTop && match.some(({ origin }) => isOrigin(origin, window.location)),
);
if (mine.length > 0) start();

function start(): void {
  const isSeen = () => visibilityState(document) === 'visible';
  const port = pagePort({
    connect: () => browser.runtime.connect({ name: PORTS.page }),
    // The id goes when the extension is updated, switched off or removed.
    isAlive: () => Boolean(browser.runtime?.id),
    isSeen,
    gone: () => stop(),
  });
  const stop = watchBanner({ document, read, say: (message) => port.say(message) });
  // After the watcher's own listener, so that the clear is said before the port is closed. A page with an open port
  // is not kept for the way back.
  addListener(window, 'pagehide', () => port.close(), { capture: true });
}

/** Asked at every reading, because a page can change its address without being loaded again. */
function read(): Reading {
  const { protocol, hostname, port, pathname } = window.location;
  const adapter = adapterFor(mine, { protocol, hostname, port, pathname, isTop });
  return adapter ? readBanner(document, adapter) : NOBODY;
}
