// The shell page of the side panel (Firefox: the sidebar). It talks only to the vault and to its own renderer.
import { browser } from '../browser.ts';
import { PORTS } from '../messages/ports.ts';
import type { SideMessage } from '../messages/side.ts';
import { connectToVault } from './connection.ts';
import { createPanel } from './panel.ts';
import { readState } from './read-state.ts';

// The panel draws before the connection exists, so that it says "Starting" at once.
let send: ((message: SideMessage) => void) | null = null;
const panel = createPanel(document.body, (message) => send?.(message));

async function start(): Promise<void> {
  const { id = -1 } = await browser.windows.getCurrent();
  send = connectToVault({
    open: () => browser.runtime.connect({ name: PORTS.side }),
    window: id,
    hear: (message) => panel.draw(readState(message)),
    lost: () => panel.draw({ kind: 'lost' }),
  });
}

void start();
