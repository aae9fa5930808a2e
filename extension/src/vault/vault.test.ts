import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { SideState, ToSide } from '../messages/side-state.ts';

/** An event of the browser: its listeners, and a way to fire it. */
function event<Args extends unknown[]>() {
  const listeners: ((...args: Args) => void)[] = [];
  return {
    addListener: (listener: (...args: Args) => void) => void listeners.push(listener),
    tell: (...args: Args) => listeners.forEach((listener) => listener(...args)),
  };
}

interface Sender {
  readonly id: string;
  readonly url: string;
  readonly origin: string;
  readonly tab?: { readonly id: number; readonly url?: string };
  readonly frameId?: number;
}

/** The vault's end of a runtime port. */
function port(name: string, sender: Sender) {
  const told: SideState[] = [];
  const onDisconnect = event();
  return {
    name,
    sender,
    told,
    isOpen: true,
    onMessage: event<[unknown]>(),
    onDisconnect,
    postMessage: (message: ToSide) => void (message.kind === 'state' && told.push(message.state)),
    disconnect() {
      this.isOpen = false;
    },
    leave() {
      this.isOpen = false;
      onDisconnect.tell();
    },
  };
}
type Port = ReturnType<typeof port>;

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
    },
  ],
  bankHolidays: [],
  staleAfterMinutes: 60,
  contacts: [],
};
const CONFIGURATION = { fhirBaseUrl: 'https://record.example/fhir', sourceLabel: 'Record', place: PLACE };

/** The browser around the vault: window 1 shows tab 11, window 2 tab 21; the GP system's site is granted. */
const world = {
  granted: ['http://gp.localhost/*'],
  stored: CONFIGURATION as unknown,
  active: new Map([
    [1, 11],
    [2, 21],
  ]),
  badges: new Map<number, string>(),
  titles: new Map<number, string>(),
  registered: 0,
};
const browser = {
  runtime: {
    id: 'ours',
    getURL: () => 'chrome-extension://ours/',
    onConnect: event<[Port]>(),
    onInstalled: event(),
    onStartup: event(),
  },
  storage: {
    local: { get: async () => ({ configuration: world.stored }), set: async () => {} },
    onChanged: event<[object, string]>(),
  },
  tabs: {
    query: async ({ windowId }: { windowId?: number }) =>
      (windowId === undefined ? [...world.active.values()] : [world.active.get(windowId)]).map((id) => ({
        id,
      })),
    onActivated: event<[{ windowId: number }]>(),
    onAttached: event<[number, { newWindowId: number }]>(),
    onDetached: event<[number, { oldWindowId: number }]>(),
    onRemoved: event<[number]>(),
  },
  idle: { queryState: async () => 'active', onStateChanged: event<[string]>() },
  permissions: { getAll: async () => ({ origins: world.granted }), onAdded: event(), onRemoved: event() },
  scripting: {
    getRegisteredContentScripts: async () => [],
    unregisterContentScripts: async () => {},
    registerContentScripts: async () => void (world.registered += 1),
  },
  action: {
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) =>
      void world.badges.set(tabId, text),
    setBadgeBackgroundColor: async () => {},
    setTitle: async ({ tabId, title }: { tabId: number; title: string }) =>
      void world.titles.set(tabId, title),
    onClicked: event(),
  },
};
const patient = {
  resourceType: 'Patient',
  id: 'anne',
  name: [{ family: 'Ashdown', given: ['Anne'] }],
  birthDate: '1938-02-11',
  identifier: [
    {
      system: 'https://fhir.nhs.uk/Id/nhs-number',
      value: '9990000018',
      extension: [
        {
          url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
          valueCodeableConcept: {
            coding: [
              {
                system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
                code: 'number-present-and-verified',
              },
            ],
          },
        },
      ],
    },
  ],
};
const group = {
  resourceType: 'Group',
  id: 'all',
  type: 'person',
  actual: true,
  member: [{ entity: { reference: 'Patient/anne' } }],
};
/** The FHIR server has one resident and answers every other question with "none". */
let lists = 0;
const fetch = async (asked: string | URL | Request) => {
  const { pathname } = new URL(asked instanceof Request ? asked.url : asked);
  if (pathname.endsWith('/Group/all')) lists += 1;
  const found = pathname.endsWith('/Group/all') ? [group] : pathname.endsWith('/Patient') ? [patient] : [];
  const body =
    pathname.endsWith('/Group/all') || pathname.endsWith('/Patient/anne')
      ? (found[0] ?? patient)
      : { resourceType: 'Bundle', type: 'searchset', entry: found.map((resource) => ({ resource })) };
  return Response.json(body, { headers: { 'content-type': 'application/fhir+json' } });
};
Object.assign(globalThis, { browser, chrome: browser, fetch, __DEMO__: true, __CONTEXT_CHECK__: true });
await import('./vault.ts');

const ANNE = { nhsNumber: '9990000018', born: '1938-02-11', family: 'ASHDOWN', given: null };
const candidate = (person = ANNE, adapter = 'gp-record') => ({
  kind: 'candidate',
  report: 'r',
  adapter,
  person,
});

const opened: Port[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.leave();
});

function connect(made: Port): Port {
  opened.push(made);
  browser.runtime.onConnect.tell(made);
  return made;
}
const page = (tab: number, origin = 'http://gp.localhost') =>
  connect(port('ehch-page', { id: 'ours', url: `${origin}/record`, origin, tab: { id: tab } }));
const side = (window: number) => {
  const own = { id: 'ours', url: 'chrome-extension://ours/side.html', origin: 'chrome-extension://ours' };
  const panel = connect(port('ehch-side', own));
  panel.onMessage.tell({ kind: 'subscribe', window });
  return panel;
};

/** Waits until the panel receives this. A test that waits in vain fails by its own time limit. */
async function says(panel: Port, kind: SideState['kind']): Promise<void> {
  while (panel.told.at(-1)?.kind !== kind) await turn();
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 1));
const turns = async () => {
  for (let n = 0; n < 20; n++) await turn();
};

const LIMIT = { timeout: 6_000 };

test(
  'a new vault removes the marks of an earlier vault, which were about people of that time',
  LIMIT,
  async () => {
    await turns();
    assert.deepEqual(
      [...world.badges],
      [
        [11, ''],
        [21, ''],
      ],
    );
  },
);

test(
  'a panel shows the person on the active tab of its own window, and nobody once that page has gone',
  LIMIT,
  async () => {
    const [first, second] = [side(1), side(2)];
    await says(first, 'no-patient');
    const gp = page(11);
    gp.onMessage.tell(candidate());
    await says(first, 'shown');
    assert.deepEqual(
      [world.badges.get(11), world.titles.get(11)],
      ['●', 'EHCH Kit: lives in a care home. Open the side panel.'],
    );
    assert.equal(second.told.at(-1)?.kind, 'no-patient', 'the other window shows another tab');
    gp.leave();
    await says(first, 'no-patient');
    assert.equal(world.badges.get(11), '');
  },
);

test(
  'a resident found by hand stands in the panel of that window alone, with no mark, until the computer is locked',
  LIMIT,
  async () => {
    const [first, second] = [side(1), side(2)];
    await says(first, 'no-patient');
    await says(second, 'no-patient');
    const identifiers = { by: 'nhs-number', number: '9990000018', born: '1938-02-11' };
    // The list may still be on its way.
    while (first.told.at(-1)?.kind !== 'by-hand') {
      first.onMessage.tell({ kind: 'find-by-hand', identifiers });
      await turns();
    }
    assert.equal(second.told.at(-1)?.kind, 'no-patient');
    assert.equal(world.badges.get(11), '');
    browser.idle.onStateChanged.tell('idle');
    await turns();
    assert.equal(first.told.at(-1)?.kind, 'by-hand');
    browser.idle.onStateChanged.tell('locked');
    await says(first, 'locked');
    await says(second, 'locked');
    browser.idle.onStateChanged.tell('active');
    await says(first, 'no-patient');
    first.onMessage.tell({ kind: 'put-away' });
  },
);

test('a panel follows its window to another tab, and back', LIMIT, async () => {
  const panel = side(1);
  const gp = page(11);
  gp.onMessage.tell(candidate());
  await says(panel, 'shown');
  world.active.set(1, 12);
  browser.tabs.onActivated.tell({ windowId: 1 });
  await says(panel, 'no-patient');
  world.active.set(1, 11);
  browser.tabs.onAttached.tell(11, { newWindowId: 1 });
  await says(panel, 'shown');
  world.active.set(1, 12);
  browser.tabs.onDetached.tell(11, { oldWindowId: 1 });
  await says(panel, 'no-patient');
  world.active.set(1, 11);
  browser.tabs.onActivated.tell({ windowId: 1 });
  await says(panel, 'shown');
  browser.tabs.onRemoved.tell(11);
  await says(panel, 'no-patient');
});

test('a person whose date of birth differs in the record is marked as in doubt', LIMIT, async () => {
  const panel = side(1);
  const gp = page(11);
  gp.onMessage.tell(candidate({ ...ANNE, born: '1938-02-12' }));
  await says(panel, 'blocked');
  assert.deepEqual(
    [world.badges.get(11), world.titles.get(11)],
    ['!', 'EHCH Kit: identity in doubt. Open the side panel.'],
  );
});

test('the vault ignores a site that is not enabled, and closes a port of any other name', LIMIT, async () => {
  const panel = side(1);
  await says(panel, 'no-patient');
  const elsewhere = page(11, 'http://elsewhere.localhost');
  elsewhere.onMessage.tell(candidate());
  await turns();
  assert.equal(panel.told.at(-1)?.kind, 'no-patient');
  const stranger = connect(port('other', panel.sender));
  assert.equal(stranger.isOpen, false);
  const homeless = connect(
    port('ehch-page', { id: 'ours', url: 'http://gp.localhost/', origin: 'http://gp.localhost' }),
  );
  assert.equal(homeless.isOpen, false, 'a page without a tab');
});

test('a page that went while its message was on its way is not shown', LIMIT, async () => {
  const panel = side(1);
  await says(panel, 'no-patient');
  const gp = page(11);
  gp.onMessage.tell(candidate());
  gp.leave();
  await turns();
  assert.deepEqual(new Set(panel.told.map(({ kind }) => kind)), new Set(['no-patient']));
});

for (const [what, sender, adapter] of [
  ['by the adapter of another site', {}, 'care-diary'],
  ['by an adapter that nobody knows', {}, 'gp'],
  ['by a frame, where the adapter reads the page itself', { frameId: 3 }, 'gp-record'],
  ['by a frame in somebody else’s page', { frameId: 3, origin: 'http://diary.localhost' }, 'care-diary'],
  [
    'by a frame in another site of ours',
    { frameId: 3, origin: 'http://diary.localhost', around: 'http://gp.localhost/' },
    'care-diary',
  ],
] as const)
  test(`a person who is reported ${what} is nobody`, async () => {
    world.granted = ['http://gp.localhost/*', 'http://diary.localhost/*'];
    browser.permissions.onAdded.tell();
    await turns();
    const panel = side(1);
    await says(panel, 'no-patient');
    const {
      origin = 'http://gp.localhost',
      around,
      ...more
    } = { origin: undefined, around: undefined, ...sender };
    const tab = { id: 11, ...(around !== undefined && { url: around }) };
    const from = { id: 'ours', url: `${origin}/record`, origin, tab, ...more };
    connect(port('ehch-page', from)).onMessage.tell(candidate(ANNE, adapter));
    await turns();
    assert.equal(panel.told.at(-1)?.kind, 'no-patient');
    world.granted = ['http://gp.localhost/*'];
    browser.permissions.onRemoved.tell();
    await turns();
  });

test('a frame of the site itself is heard', async () => {
  world.granted = ['http://gp.localhost/*', 'http://diary.localhost/*'];
  browser.permissions.onAdded.tell();
  await turns();
  const panel = side(1);
  const origin = 'http://diary.localhost';
  const from = { id: 'ours', url: `${origin}/r`, origin, frameId: 3, tab: { id: 11, url: `${origin}/` } };
  connect(port('ehch-page', from)).onMessage.tell(candidate(ANNE, 'care-diary'));
  await says(panel, 'shown');
  world.granted = ['http://gp.localhost/*'];
  browser.permissions.onRemoved.tell();
  await turns();
});

test('whoever is no side panel of ours is told nothing over its port', () => {
  const stranger = connect(
    port('ehch-side', {
      id: 'ours',
      url: 'http://gp.localhost/',
      origin: 'http://gp.localhost',
      tab: { id: 11 },
    }),
  );
  assert.equal(stranger.isOpen, false);
});

test('a ping keeps the vault awake and changes nothing', LIMIT, async () => {
  const panel = side(1);
  await says(panel, 'no-patient');
  await turns();
  const before = panel.told.length;
  const gp = page(11);
  for (const each of [panel, gp]) each.onMessage.tell('ping');
  await turns();
  assert.equal(panel.told.length, before);
});

test(
  'a closed panel receives nothing more, even one that closed while the vault asked the browser',
  LIMIT,
  async () => {
    const [panel, hasty] = [side(1), side(1)];
    hasty.leave();
    await says(panel, 'no-patient');
    panel.leave();
    const before = panel.told.length;
    const gp = page(11);
    gp.onMessage.tell(candidate());
    await turns();
    assert.deepEqual([panel.told.length, hasty.told.length], [before, 0]);
  },
);

test(
  '"Read the list again" asks the server, but not for a panel that has gone meanwhile',
  LIMIT,
  async () => {
    const panel = side(1);
    await says(panel, 'no-patient');
    await turns();
    const before = lists;
    const gp = page(11);
    for (const person of [ANNE, { ...ANNE, nhsNumber: '9990000034', family: 'STRANGER' }, ANNE])
      gp.onMessage.tell(candidate(person));
    await says(panel, 'shown');
    assert.equal(lists, before, 'whoever comes on the screen is looked for in the list that was read');
    panel.onMessage.tell({ kind: 'read-roster' });
    await turns();
    assert.equal(lists, before + 1);
    panel.onMessage.tell({ kind: 'read-roster' });
    panel.leave();
    await turns();
    assert.equal(lists, before + 1);
  },
);

test('a site that is switched off loses its pages and is not heard again', LIMIT, async () => {
  const panel = side(1);
  const gp = page(11);
  gp.onMessage.tell(candidate());
  await says(panel, 'shown');
  const before = world.registered;
  world.granted = [];
  browser.permissions.onRemoved.tell();
  await says(panel, 'no-patient');
  assert.equal(gp.isOpen, false);
  assert.equal(panel.isOpen, true);
  page(11).onMessage.tell(candidate());
  await turns();
  assert.equal(panel.told.at(-1)?.kind, 'no-patient');
  world.granted = ['http://gp.localhost/*'];
  browser.permissions.onAdded.tell();
  await turns();
  assert.equal(world.registered, before + 1, 'the script is registered for the site that came back');
  gp.onMessage.tell(candidate());
  await turns();
  assert.equal(panel.told.at(-1)?.kind, 'no-patient', 'the page of before stays unheard');
  const again = page(11);
  again.onMessage.tell(candidate());
  await says(panel, 'shown');
});

test(
  'scripts are registered again after an update and when the browser starts, because neither keeps them',
  LIMIT,
  async () => {
    for (const { tell } of [browser.runtime.onInstalled, browser.runtime.onStartup]) {
      const before = world.registered;
      tell();
      await turns();
      assert.equal(world.registered, before + 1);
    }
  },
);

test(
  'a new configuration makes every page and panel start again, and a missing one is shown on the panel',
  LIMIT,
  async () => {
    const panel = side(1);
    const gp = page(11);
    gp.onMessage.tell(candidate());
    await says(panel, 'shown');
    gp.onMessage.tell({ kind: 'clear', report: 'r' });
    await says(panel, 'no-patient');
    browser.storage.onChanged.tell({ somethingElse: {} }, 'local');
    browser.storage.onChanged.tell({ configuration: {} }, 'sync');
    assert.deepEqual([panel.isOpen, gp.isOpen], [true, true], 'nothing of this concerns the vault');
    world.stored = { ...CONFIGURATION, place: null };
    browser.storage.onChanged.tell({ configuration: {} }, 'local');
    assert.deepEqual([panel.isOpen, gp.isOpen], [false, false]);
    const next = side(1);
    await says(next, 'not-configured');
  },
);
