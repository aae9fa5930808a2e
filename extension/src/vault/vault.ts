// The vault is the service worker (Firefox: event page). It alone holds records, talks to the server, and knows which
// resident is on screen in which tab.
import { reportCaught } from '@ehch/clinical/diagnostics';
import { londonDate } from '@ehch/clinical/time';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import type { Adapter } from '../hosts/binding.ts';
import { isAdapterOf, isOrigin, type PlaceOfPage } from '../hosts/matches.ts';
import { PING } from '../messages/page.ts';
import { PORTS } from '../messages/ports.ts';
import { TEACH_PORTS } from '../messages/teach-ports.ts';
import type { ToSide } from '../messages/side-state.ts';
import type { SideMessage } from '../messages/side.ts';
import type { InForce } from './adapters/adapters-in-force.ts';
import { adaptersOfPage } from './adapters/adapters-of-page.ts';
import { authorize, isQuestion, mayAsk, type IsTaught, type OwnAddresses } from './authorize.ts';
import { activeTab } from './active-tab.ts';
import { clearBadges, setBadge } from './badge.ts';
import { clinicalClock } from './clinical-clock.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { createVault, type SidePanel, type Vault } from './create-vault.ts';
import { isAboutAccounts } from '../messages/accounts.ts';
import { keepStorageFromPages } from './keep-storage-from-pages.ts';
import { Gate } from './sign-in/gate.ts';
import { signedIn } from './sign-in/accounts-desk.ts';
import { openSideOnClick } from './open-side.ts';
import { ownEngine } from './own-engine.ts';
import { addressOfSender, originOf } from './page-address.ts';
import { Sites } from './sites/keep-sites.ts';
import { listedSites } from './sites/listed-sites.ts';
import { narrowed } from './sign-in/narrowed.ts';
import { siteOf } from './sites/site-of-tab.ts';
import { TeachingDesk } from './teaching/teaching-desk.ts';

const own: OwnAddresses = { id: browser.runtime.id, origin: originOf(new URL(browser.runtime.getURL(''))) };
const ports = new Set<Runtime.Port>();
const panels = new Map<SidePanel, number>();
/** The vault that has started. `null`: none has yet, or nobody may have one. */
let running: Vault | null = null;
const gate = new Gate({
  blank: () => blank(),
  changed: () => void tellAll(),
  restart: () => restart(),
});
let configured = configure();
let started = configured.then(startVault);
const sites = new Sites({
  ownServer: async () => {
    const configuration = await configured;
    return configuration && [originOf(new URL(configuration.fhirBaseUrl))];
  },
  changed: (now) => void followSites(now),
});
const teaching = new TeachingDesk({
  sites,
  changed: (tab) => void tellPanelsAt(tab),
  fresh: () => crypto.randomUUID(),
  milliseconds: () => performance.now(),
});

async function configure(): Promise<Configuration | null> {
  const { configuration, keep } = await readConfiguration(
    () => browser.storage.local.get(['configuration', 'lastGood']),
    londonDate(new Date().toISOString()),
  );
  // Whoever waits for this vault does not wait for the disk. Without it a later mistake leaves no place in force.
  if (keep !== null)
    void browser.storage.local
      .set({ lastGood: keep })
      .catch((error: unknown) => reportCaught(error, 'extension/vault/last-good'));
  return configuration;
}

async function startVault(configuration: Configuration | null): Promise<Vault | null> {
  running = null;
  const desk = await gate.ready(configuration);
  // The engine of whoever worked here before ends, with its timers.
  desk?.close();
  if (configuration === null) return null;
  // Where people sign in and nobody has, there is no engine, and no request.
  if (desk !== null && desk.session === null) return null;
  const clock = clinicalClock(configuration.now);
  const { place } = configuration;
  const session = desk?.session ? { user: signedIn(desk.session, place, clock()), host: desk.host } : null;
  const { residents, client } = ownEngine(configuration, clock, session);
  if (client !== null) await desk?.begin(client);
  running = createVault({
    residents: desk?.session ? narrowed(residents, { person: desk.session.person, place, clock }) : residents,
    place,
    clock,
    newContext: () => crypto.randomUUID(),
    setBadge,
    wantsBadge: configuration.badge ?? true,
    isLocked: gate.isHeldBack,
  });
  return running;
}

// Every listener is added as the script loads: a service worker that wakes for an event finds only those.
browser.runtime.onConnect.addListener((port) => {
  if (port.name === PORTS.page) hearPage(port);
  else if (port.name === PORTS.side) hearSide(port);
  else if (port.name === TEACH_PORTS.teach) hearTaughtPage(port);
  else if (port.name === TEACH_PORTS.pick) hearCover(port);
  else port.disconnect();
});

// The one answer that a page ever receives, and to one question. Any other message is not for the vault.
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  isQuestion(message) ? answer(sender) : undefined,
);

async function answer(sender: Runtime.MessageSender): Promise<readonly Adapter[]> {
  const place = placeOfPage(sender);
  const { adapters } = await sites.now;
  return place !== null && mayAsk(sender, own) ? adaptersOfPage(adapters, place) : [];
}

/** Listens to a page. Its tab and origin come from the browser, never from the message. */
function hearPage(port: Runtime.Port): void {
  const tab = port.sender?.tab?.id;
  const place = placeOfPage(port.sender ?? {});
  if (tab === undefined || place === null) return port.disconnect();
  const origin = originOf(place.page);
  ports.add(port);
  const hear = async (message: unknown): Promise<void> => {
    const [vault, { adapters }] = await Promise.all([started, sites.now]);
    const admitted = authorize(port, message, own, isEnabledBy(adapters));
    // The page may have gone while this message waited for the configuration.
    if (admitted?.role !== 'page' || admitted.message === PING || !ports.has(port)) return;
    const { message: said } = admitted;
    // An adapter reads the pages that it names, in the place that it names, and no others.
    if ('adapter' in said && !isAdapterOf(adapters, said.adapter, place)) return;
    vault?.heardPage(tab, port, origin, said);
  };
  port.onMessage.addListener((message: unknown) => void hear(message));
  port.onDisconnect.addListener(() => {
    ports.delete(port);
    void started.then((vault) => vault?.lostPage(tab, port));
  });
  // A page whose site was revoked meanwhile learns in this way that it has to ask again.
  void sites.now.then(dropPages);
}

const BY_ITSELF: ReadonlySet<SideMessage['kind']> = new Set(['subscribe', 'page-loaded', 'alive?']);

const isTaught: IsTaught = (tab, origin) => teaching.isTaught(tab, origin);

/** Listens to the script in the page that is taught, and to no other page that says it is one. */
function hearTaughtPage(port: Runtime.Port): void {
  if (authorize(port, PING, own, () => false, isTaught) === null) return port.disconnect();
  teaching.addScript(port);
  port.onMessage.addListener((message: unknown) => {
    const admitted = authorize(port, message, own, () => false, isTaught);
    if (admitted?.role === 'teach' && admitted.message !== PING) teaching.heardScript(port, admitted.message);
  });
  port.onDisconnect.addListener(() => teaching.removeScript(port));
}

/** Listens to the cover over the taught page. It says where somebody clicked. */
function hearCover(port: Runtime.Port): void {
  if (authorize(port, PING, own, () => false, isTaught) === null) return port.disconnect();
  port.onMessage.addListener((message: unknown) => {
    const admitted = authorize(port, message, own, () => false, isTaught);
    if (admitted?.role === 'pick' && admitted.message !== PING) teaching.heardPick(admitted.message);
  });
}

/** Tells the panels of a tab again, because what stands before its page has changed. */
async function tellPanelsAt(tab: number): Promise<void> {
  const vault = await started;
  for (const panel of panels.keys()) if (panel.tab === tab) vault?.addPanel(panel);
}

function isEnabledBy(adapters: readonly Adapter[]): (origin: string) => boolean {
  return (address) =>
    adapters.some(({ match }) => match.some(({ origin }) => isOrigin(origin, new URL(address))));
}

/** Where a page stands, by the browser. It names the page around a frame only where that is a site of ours too. */
function placeOfPage(sender: Runtime.MessageSender): PlaceOfPage | null {
  const page = addressOfSender(sender);
  const { frameId = 0, tab } = sender;
  return page && { page, isTop: frameId === 0, around: URL.parse(tab?.url ?? '') };
}

/** Listens to a side panel, and connects it with the active tab of its window. */
function hearSide(port: Runtime.Port): void {
  // Whoever is no side panel of ours is told nothing, not even that somebody listens.
  if (authorize(port, PING, own, () => false) === null) return port.disconnect();
  ports.add(port);
  const panel: SidePanel = {
    tab: null,
    tell: (message: ToSide) => ports.has(port) && port.postMessage(inFront(message)),
  };
  const hear = async (message: unknown): Promise<void> => {
    const admitted = authorize(port, message, own, () => false);
    if (admitted?.role !== 'side' || admitted.message === PING) return;
    // Nothing is waited for before this answer: without it the panel takes the person off the screen.
    if (admitted.message.kind === 'alive?') return panel.tell({ kind: 'alive' });
    if (isAboutAccounts(admitted.message)) return gate.press(admitted.message);
    // A page that loads and a panel that connects are no press of a person.
    if (!BY_ITSELF.has(admitted.message.kind)) gate.active();
    if (admitted.message.kind === 'enable-site') return sites.enable(admitted.message);
    if (admitted.message.kind === 'revoke-site') return sites.revoke(admitted.message.origin);
    const vault = await started;
    if (!ports.has(port)) return;
    if (vault === null) {
      if (admitted.message.kind === 'subscribe') panels.set(panel, admitted.message.window);
      return tellWithout(panel);
    }
    if (admitted.message.kind === 'teach-begin')
      return panel.tab === null ? undefined : teaching.begin(panel.tab, admitted.message);
    if (admitted.message.kind === 'teach-press')
      return teaching.press(panel.tab, admitted.message.ask, admitted.message.pressed);
    if (admitted.message.kind === 'page-loaded') return lookAtSite(vault, panel.tab);
    if (admitted.message.kind !== 'subscribe') return vault.heardSide(panel, admitted.message);
    panels.set(panel, admitted.message.window);
    panel.tab = await activeTab(admitted.message.window);
    await lookAtSite(vault, panel.tab);
    // The user may have closed the panel meanwhile. The vault then watches no record for it.
    if (!ports.has(port)) return void panels.delete(panel);
    panel.tell(told(await sites.now));
    panel.tell(gate.who);
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

/** While a page is taught, that stands before whatever the vault would tell of the same tab. */
function inFront(message: ToSide): ToSide {
  if (message.kind !== 'state') return message;
  // Guard: first of all. Behind a lock, and before a sign-in, no state of anybody passes here.
  const front = gate.front();
  if (front !== null) return { kind: 'state', tab: null, reports: [], state: front };
  const state = teaching.frontOf(message.tab, message.state);
  return state === message.state ? message : { ...message, reports: [], state };
}

/** What a panel is told while there is no vault for anybody. */
function tellWithout(panel: SidePanel): void {
  panel.tell(gate.who);
  panel.tell({ kind: 'state', tab: null, reports: [], state: { kind: 'not-configured' } });
}

/** Takes everything off every panel, in this task. */
function blank(): void {
  teaching.setLocked(true);
  running?.setLocked(true);
  for (const panel of panels.keys()) tellWithout(panel);
}

/** Tells every panel again who is signed in, and what stands before a record. */
async function tellAll(): Promise<void> {
  const vault = await started;
  teaching.setLocked(gate.isHeldBack);
  vault?.setLocked(gate.isHeldBack);
  for (const panel of panels.keys()) {
    // Somebody has just signed in: the vault that begins for them tells the panel.
    if (vault === null && gate.front() !== null) tellWithout(panel);
    else if (vault !== null) {
      panel.tell(gate.who);
      vault.addPanel(panel);
    }
  }
}

/** Points the panels of a window at its active tab. */
async function followWindow(window: number): Promise<void> {
  const vault = await started;
  const tab = await activeTab(window);
  await lookAtSite(vault, tab);
  // Another tab may have come to the front meanwhile. Its own event leads the panels there.
  if (tab !== (await activeTab(window))) return;
  for (const [panel, own] of panels) if (own === window) vault?.follow(panel, tab);
}

/** Looks on which site a tab stands. The browser names its page only where it may be read, or where the user asked. */
async function lookAtSite(vault: Vault | null, id: number | null): Promise<void> {
  if (vault === null || id === null) return;
  try {
    const [{ url }, inForce] = await Promise.all([browser.tabs.get(id), sites.now]);
    vault.heardSite(id, siteOf(url, inForce));
  } catch (error) {
    // The user closed the tab.
    reportCaught(error, 'extension/site');
  }
}

/** Runs when other sites are enabled than before. */
async function followSites(now: InForce): Promise<void> {
  dropPages(now);
  teaching.followSites(now);
  const vault = await started;
  for (const panel of panels.keys()) {
    panel.tell(told(now));
    await lookAtSite(vault, panel.tab);
  }
}

function told(now: InForce): ToSide {
  const { host_permissions: required = [] } = browser.runtime.getManifest();
  return { kind: 'sites', sites: listedSites(now, required), refused: now.refused };
}

/** Forgets the pages of sites that are no longer enabled. They cannot send `clear` any more. */
function dropPages({ adapters }: InForce): void {
  const isEnabled = isEnabledBy(adapters);
  for (const port of ports) {
    const tab = port.sender?.tab?.id;
    const address = addressOfSender(port.sender ?? {});
    if (port.name !== PORTS.page || tab === undefined) continue;
    if (address !== null && isEnabled(originOf(address))) continue;
    ports.delete(port);
    port.disconnect();
    void started.then((vault) => vault?.lostPage(tab, port));
  }
}

browser.tabs.onActivated.addListener(({ windowId }) => void followWindow(windowId));
browser.tabs.onAttached.addListener((_tab, { newWindowId }) => void followWindow(newWindowId));
browser.tabs.onDetached.addListener((_tab, { oldWindowId }) => void followWindow(oldWindowId));
browser.tabs.onRemoved.addListener((tab) => {
  teaching.closedTab(tab);
  void started.then((vault) => vault?.closedTab(tab));
});

void clearBadges();
void keepStorageFromPages();
openSideOnClick((tab) => void started.then((vault) => lookAtSite(vault, tab)));
browser.runtime.onInstalled.addListener(() => void sites.startAgain());
browser.runtime.onStartup.addListener(() => void sites.startAgain());
browser.permissions.onAdded.addListener(() => void sites.refresh());
browser.permissions.onRemoved.addListener(() => void sites.permissionsWent());

// A new server or place: every page and panel connects again, and nothing of the former configuration remains.
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'managed') {
    void gate.lookForOrders();
    return void sites.refresh();
  }
  if (area !== 'local' || !('configuration' in changes)) return;
  configured = configure();
  void sites.refresh();
  restart();
});

/** Nothing of the former configuration or person remains: every page and panel connects again. */
function restart(): void {
  const former = started;
  // One after the other: two engines at a time would read one database.
  started = former.then((vault) => vault?.close()).then(async () => startVault(await configured));
  teaching.close();
  for (const port of ports) port.disconnect();
  ports.clear();
  panels.clear();
}
