// Sign-in and lock through the whole vault, with a stand-in for the browser and a small authorisation server. The walks
// run the same in a real browser.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { ToSide } from '../messages/side-state.ts';
import { event, standInBrowser } from './stand-in-browser.fixtures.ts';

const { world, browser } = standInBrowser();
Object.assign(globalThis, { __DEMO__: false });
const { ACCOUNTS, BASE, fakeSmart } = await import('./sign-in/fake-smart.fixtures.ts');

const PLACE = {
  id: 'laurels',
  title: 'The Laurels',
  version: '1',
  owner: 'Area',
  dated: '2026-11-01',
  signedOff: null,
  homes: [
    {
      id: 'home',
      name: 'The Laurels',
      kind: 'nursing',
      roster: { kind: 'group', id: 'all' },
      practice: null,
      address: '1 Mill Lane, XX1 1XX',
      access: 'Key safe by the side door',
    },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [{ id: 'ooh', name: 'Out of hours', phone: '01632 960999', hours: [] }],
};
world.local['configuration'] = {
  fhirBaseUrl: BASE,
  sourceLabel: 'Record',
  place: PLACE,
  accounts: ACCOUNTS,
  lock: { softLockMinutes: 5, hardLockMinutes: 15, maxOfflineHours: 1 },
};

let server = fakeSmart();
let isOffline = false;
const asked: string[] = [];
Object.assign(globalThis, {
  async fetch(address: string | URL | Request, init: RequestInit = {}) {
    const url = address instanceof Request ? address.url : String(address);
    asked.push(url);
    if (isOffline) throw new TypeError('Failed to fetch');
    const { pathname } = new URL(url);
    if (/smart-configuration|\/auth\/|Practitioner/.test(pathname)) return server.fetch(url, init);
    if (pathname.endsWith('/Group/all'))
      return Response.json({ resourceType: 'Group', id: 'all', member: [] });
    return Response.json({ resourceType: 'Bundle', type: 'searchset', entry: [] });
  },
});
world.signIn = (url) => server.window.open(url);
// The window's redirect address is the browser's own.
browser.identity.getRedirectURL = () => server.window.redirectUri;
await import('./vault.ts');

function panel() {
  const told: ToSide[] = [];
  /** A connection of its own each time, as the browser makes it. */
  const opened = () => {
    const port = {
      name: 'ehch-side',
      sender: { id: 'ours', url: 'chrome-extension://ours/side.html', origin: 'chrome-extension://ours' },
      onMessage: event<[unknown]>(),
      onDisconnect: event(),
      isOpen: true,
      postMessage: (message: ToSide) => void (port.isOpen && told.push(message)),
      disconnect: () => (port.isOpen = false),
    };
    return port;
  };
  let port = opened();
  return {
    get isOpen() {
      return port.isOpen;
    },
    get state() {
      return told.findLast((each) => each.kind === 'state')?.state;
    },
    get who() {
      return told.findLast((each) => each.kind === 'who')?.person ?? null;
    },
    connect() {
      port = opened();
      browser.runtime.onConnect.tell(port as never);
      port.onMessage.tell({ kind: 'subscribe', window: 1 });
    },
    say: (message: object) => port.onMessage.tell(message),
  };
}
const side = panel();
side.connect();

after(() => {
  world.local = {};
  browser.storage.onChanged.tell({ configuration: {} }, 'local');
});

/** Waits until the panel shows a state. A vault that begins anew ends the port, and the panel connects again. */
async function shows(kind: string): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (!side.isOpen) side.connect();
    if (side.state?.kind === kind) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail(`${side.state?.kind} stands there, and not ${kind}`);
}

async function signIn(pin: string | null = '2468'): Promise<void> {
  side.say({ kind: 'sign-in', pin });
  await shows('not-enabled');
}

test('before a sign-in the FHIR server is asked for nothing, and the address and numbers stand', async () => {
  await shows('signed-out');
  assert.deepEqual(asked, []);
  const { state } = side;
  assert.ok(state?.kind === 'signed-out');
  assert.deepEqual(state.emergency.homes[0]?.address, '1 Mill Lane, XX1 1XX');
  assert.deepEqual(state.emergency.homes[0]?.access, 'Key safe by the side door');
  assert.equal(state.emergency.ring[0]?.phone, '01632 960999');
});

test('a sign-in opens, names the person, and nothing of it is on the disk', async () => {
  await signIn();
  assert.equal(side.who?.display, 'Sam Okafor');
  assert.doesNotMatch(JSON.stringify(world.local), /access-|refresh-|2468|Okafor/);
  assert.ok(world.alarms.has('ehch-lock'));
});

test('“Lock” tells every panel in the same task; a right PIN opens, and a wrong one is counted', async () => {
  side.say({ kind: 'lock-now' });
  await shows('soft-lock');
  assert.equal(side.who, null);
  side.say({ kind: 'unlock', pin: '1111' });
  await until(() => side.state?.kind === 'soft-lock' && side.state.tries === 4);
  side.say({ kind: 'unlock', pin: '2468' });
  await shows('not-enabled');
});

test('T27: nobody at the computer locks softly, and a locked computer drops everything', async () => {
  browser.idle.onStateChanged.tell('idle');
  await shows('soft-lock');
  assert.ok(world.session['session']);
  browser.idle.onStateChanged.tell('locked');
  await shows('hard-lock');
  await until(() => world.session['session'] === undefined && world.session['secrets'] === undefined);
  assert.deepEqual(server.revoked.length, 2);
});

test('T28: the server ends the session: nothing more is shown, and the words say why', async () => {
  server = fakeSmart({ tokens: { expires_in: 1 }, refusesRefresh: 'invalid_grant' });
  side.say({ kind: 'sign-in', pin: null });
  await until(() => side.state?.kind === 'hard-lock' && side.state.why === 'refused');
  await until(() => world.session['session'] === undefined);
});

test('T28: an order to erase ends a running session, and counts once', async () => {
  server = fakeSmart();
  await signIn();
  world.managed = { wipeEpoch: 3 };
  browser.storage.onChanged.tell({ wipeEpoch: {} }, 'managed');
  await shows('signed-out');
  assert.ok(side.state?.kind === 'signed-out' && side.state.why === 'wiped');
  await until(() => world.local['wiped'] === 3 && world.session['session'] === undefined);
  await signIn();
  browser.storage.onChanged.tell({ wipeEpoch: {} }, 'managed');
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(side.state?.kind, 'not-enabled');
});

test('T28: a clock that was moved back two days opens nothing', async () => {
  const now = Date.now;
  Date.now = () => now() - 48 * 3_600_000;
  try {
    browser.alarms.onAlarm.tell({ name: 'ehch-lock' });
    await shows('hard-lock');
    assert.ok(side.state?.kind === 'hard-lock' && side.state.why === 'clock');
  } finally {
    Date.now = now;
  }
});

test('T27: an alarm that comes hours late finds nobody here', async () => {
  await signIn();
  const now = Date.now;
  Date.now = () => now() + 20 * 60_000;
  try {
    browser.alarms.onAlarm.tell({ name: 'ehch-lock' });
    await shows('hard-lock');
    assert.ok(side.state?.kind === 'hard-lock' && side.state.why === 'nobody-here');
  } finally {
    Date.now = now;
  }
});

test('a sign-in that the server does not answer says so, and nothing else changes', async () => {
  isOffline = true;
  side.say({ kind: 'sign-in', pin: null });
  await until(() => side.state?.kind === 'hard-lock' && side.state.failed === 'silent');
  isOffline = false;
});

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !holds(); turn += 1) {
    if (!side.isOpen) side.connect();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.ok(holds(), JSON.stringify(side.state));
}
