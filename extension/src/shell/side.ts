// The shell page of the side panel (Firefox: the sidebar). It talks to the vault and to its own renderer, and hears a
// page that takes its report back.
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { sitePattern } from '../messages/site-pattern.ts';
import { takenBack } from '../messages/page.ts';
import { PORTS } from '../messages/ports.ts';
import type { SideMessage } from '../messages/side.ts';
import { connectToVault } from './connection.ts';
import { createPanel } from './panel.ts';
import type { PanelState } from './panel-state.ts';
import { readFromVault } from './read-from-vault.ts';
import { ASK_EVERY_MS, isAboutSomebody, panelStateOf, STARTING, stepStanding } from './standing.ts';
import type { StandingAction } from './standing.ts';

// The panel draws before the connection exists, so that it says "Starting" at once.
let send: ((message: SideMessage) => void) | null = null;
const panel = createPanel(
  document.body,
  (message) => send?.(message),
  (origin) => browser.permissions.request({ origins: [sitePattern(origin)] }),
);
let standing = STARTING;
let drawn: PanelState = panelStateOf(STARTING);

function act(action: StandingAction): void {
  standing = stepStanding(standing, action);
  const next = panelStateOf(standing);
  if (next === drawn) return;
  drawn = next;
  panel.draw(next);
}

function hear(message: unknown): void {
  const read = readFromVault(message);
  if (read === null) act({ kind: 'told', told: { kind: 'not-understood' } });
  else if (read.kind === 'alive') act({ kind: 'alive' });
  else if (read.kind === 'sites') panel.drawSites(read);
  else if (read.kind === 'who') panel.drawWho(read);
  else act({ kind: 'told', told: read });
}

/** Nobody looks at a hidden panel, and the browser slows its timers. */
function askWhetherItRuns(): void {
  const { told } = standing;
  if (document.hidden || !('state' in told) || !isAboutSomebody(told.state)) return;
  send?.({ kind: 'alive?' });
  act({ kind: 'asked' });
}

async function start(): Promise<void> {
  const { id: own = -1 } = await browser.windows.getCurrent();
  // Any part of ours may say this, because it can only blank the panel.
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const read = takenBack.safeParse(message);
    if (sender.id === browser.runtime.id && read.success) act(read.data);
    return undefined;
  });
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId === own) act({ kind: 'front', tab: tabId });
  });
  // The vault is not woken by each page that loads: only an open panel asks what stands in front now.
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (status !== undefined && tab === standing.front) send?.({ kind: 'page-loaded' });
  });
  const [front] = await browser.tabs.query({ active: true, windowId: own });
  act({ kind: 'front', tab: front?.id ?? null });
  send = connectToVault({
    open: () => browser.runtime.connect({ name: PORTS.side }),
    window: own,
    hear,
    lost: () => act({ kind: 'told', told: { kind: 'lost' } }),
  });
  setInterval(askWhetherItRuns, ASK_EVERY_MS);
}

void start();
