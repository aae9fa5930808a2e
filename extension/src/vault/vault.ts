// The vault is the service worker (Firefox: event page). It alone holds records, talks to the server, and knows which
// resident is on screen in which tab.
import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate } from '@ehch/clinical/time';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import { hosts } from '../hosts/index.ts';
import { isAdapterOf, isOrigin, type PlaceOfPage } from '../hosts/matches.ts';
import { PING } from '../messages/page.ts';
import { PORTS } from '../messages/ports.ts';
import type { ToSide } from '../messages/side-state.ts';
import { authorize, type OwnAddresses } from './authorize.ts';
import { setBadge } from './badge.ts';
import { clinicalClock } from './clinical-clock.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { createVault, type SidePanel, type Vault } from './create-vault.ts';
import { isComputerLocked, onComputerLock } from './lock-with-computer.ts';
import { openSideOnClick } from './open-side.ts';
import { ownEngine } from './own-engine.ts';
import { enabledOrigins, originOf, registerContentScripts } from './sites.ts';

const own: OwnAddresses = { id: browser.runtime.id, origin: originOf(browser.runtime.getURL('')) };
const ports = new Set<Runtime.Port>();
const panels = new Map<SidePanel, number>();
let started = start();
let enabled = enabledOrigins();

async function start(): Promise<Vault | null> {
  const { configuration, keep } = await readConfiguration(
    () => browser.storage.local.get(['configuration', 'lastGood']),
    londonDate(new Date().toISOString()),
  );
  // Whoever waits for this vault does not wait for the disk. Without it a later mistake leaves no place in force.
  if (keep !== null)
    void browser.storage.local
      .set({ lastGood: keep })
      .catch((error: unknown) => reportCaught(error, 'extension/vault/last-good'));
  return configuration ? vaultFor(configuration, await isComputerLocked()) : null;
}

function vaultFor(configuration: Configuration, isLocked: boolean): Vault {
  const clock = clinicalClock(configuration.now);
  const residents = ownEngine(configuration, clock);
  return createVault({
    residents,
    place: configuration.place,
    clock,
    newContext: () => crypto.randomUUID(),
    setBadge,
    isLocked,
  });
}

// Every listener is added as the script loads: a service worker that wakes for an event finds only those.
browser.runtime.onConnect.addListener((port) => {
  if (port.name === PORTS.page) hearPage(port);
  else if (port.name === PORTS.side) hearSide(port);
  else port.disconnect();
});

/** Listens to a page. Its tab and origin come from the browser, never from the message. */
function hearPage(port: Runtime.Port): void {
  const tab = port.sender?.tab?.id;
  if (tab === undefined || !port.sender?.url) return port.disconnect();
  const origin = originOf(port.sender.url);
  const place = placeOfPage(port.sender);
  ports.add(port);
  const hear = async (message: unknown): Promise<void> => {
    const [vault, origins] = await Promise.all([started, enabled]);
    const admitted = authorize(port, message, own, (each) =>
      origins.some((known) => isOrigin(known, new URL(each))),
    );
    // The page may have gone while this message waited for the configuration.
    if (admitted?.role !== 'page' || admitted.message === PING || !ports.has(port)) return;
    const { message: said } = admitted;
    // An adapter reads the pages that it names, in the place that it names, and no others.
    if (said.kind === 'candidate' && !isAdapterOf(hosts, said.adapter, place)) return;
    vault?.heardPage(tab, port, origin, said);
  };
  port.onMessage.addListener((message: unknown) => void hear(message));
  port.onDisconnect.addListener(() => {
    ports.delete(port);
    void started.then((vault) => vault?.lostPage(tab, port));
  });
}

/** Where a page stands, by the browser. It names the page around a frame only where that is a site of ours too. */
function placeOfPage({ url = '', frameId = 0, tab }: Runtime.MessageSender): PlaceOfPage {
  return { page: new URL(url), isTop: frameId === 0, around: URL.parse(tab?.url ?? '') };
}

/** Listens to a side panel, and connects it with the active tab of its window. */
function hearSide(port: Runtime.Port): void {
  // Whoever is no side panel of ours is told nothing, not even that somebody listens.
  if (authorize(port, PING, own, () => false) === null) return port.disconnect();
  ports.add(port);
  const panel: SidePanel = {
    tab: null,
    tell: (message: ToSide) => ports.has(port) && port.postMessage(message),
  };
  const hear = async (message: unknown): Promise<void> => {
    const admitted = authorize(port, message, own, () => false);
    if (admitted?.role !== 'side' || admitted.message === PING) return;
    // Nothing is waited for before this answer: without it the panel takes the person off the screen.
    if (admitted.message.kind === 'alive?') return panel.tell({ kind: 'alive' });
    const vault = await started;
    if (!ports.has(port)) return;
    if (vault === null) {
      const state = { kind: 'not-configured' } as const;
      return panel.tell({ kind: 'state', tab: null, reports: [], state });
    }
    if (admitted.message.kind !== 'subscribe') return vault.heardSide(panel, admitted.message);
    panels.set(panel, admitted.message.window);
    panel.tab = await activeTab(admitted.message.window);
    // The user may have closed the panel meanwhile. The vault then watches no record for it.
    if (!ports.has(port)) return void panels.delete(panel);
    vault.addPanel(panel);
    vault.readRoster();
  };
  port.onMessage.addListener((message: unknown) => void hear(message));
  port.onDisconnect.addListener(() => {
    ports.delete(port);
    panels.delete(panel);
    void started.then((vault) => vault?.removePanel(panel));
  });
}

/** The active tab of a window; `null` if the window has gone. */
async function activeTab(window: number): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId: window });
  return tab?.id ?? null;
}

/** Points the panels of a window at its active tab. */
async function followWindow(window: number): Promise<void> {
  const vault = await started;
  const tab = await activeTab(window);
  for (const [panel, own] of panels) if (own === window) vault?.follow(panel, tab);
}

browser.tabs.onActivated.addListener(({ windowId }) => void followWindow(windowId));
browser.tabs.onAttached.addListener((_tab, { newWindowId }) => void followWindow(newWindowId));
browser.tabs.onDetached.addListener((_tab, { oldWindowId }) => void followWindow(oldWindowId));
browser.tabs.onRemoved.addListener((tab) => void started.then((vault) => vault?.closedTab(tab)));

onComputerLock((isLocked) => void started.then((vault) => vault?.setLocked(isLocked)));

void clearBadges();
void keepStorageFromPages();
openSideOnClick();
browser.runtime.onInstalled.addListener(() => void registerContentScripts());
browser.runtime.onStartup.addListener(() => void registerContentScripts());
for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
  event.addListener(() => {
    enabled = enabledOrigins();
    void registerContentScripts();
    void dropPages();
  });
}

/** Forgets all pages when permissions change. A page of a withdrawn site cannot send `clear` any more. */
async function dropPages(): Promise<void> {
  const vault = await started;
  for (const port of ports) {
    const tab = port.sender?.tab?.id;
    if (port.name !== PORTS.page || tab === undefined) continue;
    ports.delete(port);
    port.disconnect();
    vault?.lostPage(tab, port);
  }
}

/**
 * A content script could read the configuration, which names telephone numbers and servers. Chrome can keep it from
 * them. Firefox cannot, so nothing of a resident may ever stand there.
 */
async function keepStorageFromPages(): Promise<void> {
  const local = browser.storage.local as { setAccessLevel?(access: { accessLevel: string }): Promise<void> };
  try {
    await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  } catch (error) {
    reportCaught(error, 'extension/storage');
  }
}

/** Removes the marks of an earlier vault, because this one knows nothing about the people they stood for. */
async function clearBadges(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) setBadge(id, 'none');
}

// A new server or place: every page and panel connects again, and nothing of the former configuration remains.
browser.storage.onChanged.addListener((changes, area) => {
  if (area !== 'local' || !('configuration' in changes)) return;
  const former = started;
  started = start();
  void former.then((vault) => vault?.close());
  for (const port of ports) port.disconnect();
  ports.clear();
  panels.clear();
});
