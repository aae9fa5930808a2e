import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import type { SideState, SitesTold, ToSide } from '../messages/side-state.ts';
import { event, standInBrowser } from './stand-in-browser.fixtures.ts';

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
  const sites: SitesTold[] = [];
  const onDisconnect = event();
  return {
    name,
    sender,
    told,
    /** The lists of enabled sites that a panel received. */
    sites,
    isOpen: true,
    onMessage: event<[unknown]>(),
    onDisconnect,
    postMessage: (message: ToSide) => {
      if (message.kind === 'state') told.push(message.state);
      if (message.kind === 'sites') sites.push(message);
    },
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

/** Window 1 shows tab 11, window 2 tab 21; the GP system's site is granted. */
const { world, browser } = standInBrowser();
world.local['configuration'] = CONFIGURATION;
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
Object.assign(globalThis, { fetch });
await import('./vault.ts');
/** How many listeners each event of the browser has, once the script has loaded. */
const listenersAtOnce = Object.entries(browser).flatMap(([part, values]) =>
  Object.entries(values).flatMap(([name, value]) => {
    const { listeners } = Object(value) as { listeners?: readonly unknown[] };
    return listeners === undefined ? [] : [`${part}.${name}: ${listeners.length}`];
  }),
);

const ANNE = { nhsNumber: '9990000018', born: '1938-02-11', family: 'ASHDOWN', given: null };
const candidate = (person = ANNE, adapter = 'gp-record') => ({
  kind: 'candidate',
  report: 'r',
  adapter,
  person,
});

const opened: Port[] = [];
after(() => {
  // Without a configuration there is no engine, whose port would keep this process alive.
  world.local = {};
  Object.assign(globalThis, { __DEMO__: false });
  browser.storage.onChanged.tell({ configuration: {} }, 'local');
});
afterEach(() => {
  for (const each of opened.splice(0)) each.leave();
});

function connect(made: Port): Port {
  opened.push(made);
  browser.runtime.onConnect.tell(made as never);
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

/** The answer to a page that asks which adapters are for it. `undefined`: the vault does not answer at all. */
function ask(sender: object, message: unknown = { kind: 'adapters' }): Promise<unknown> | undefined {
  const answers = browser.runtime.onMessage.tell(message, {
    id: 'ours',
    tab: { id: 11 },
    frameId: 0,
    ...sender,
  });
  return answers[0] as Promise<unknown> | undefined;
}
const idsOf = async (answer: Promise<unknown> | undefined) =>
  ((await answer) as readonly { readonly id: string }[]).map(({ id }) => id);

/** Waits until the panel receives this. */
async function says(panel: Port, kind: SideState['kind']): Promise<void> {
  for (let waited = 0; panel.told.at(-1)?.kind !== kind; waited += 1) {
    if (waited > 1000) assert.fail(`The panel says ${panel.told.at(-1)?.kind}, and not ${kind}`);
    await turn();
  }
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
  world.granted = [];
  browser.permissions.onRemoved.tell();
  await says(panel, 'not-enabled');
  assert.deepEqual(world.registered, []);
  assert.equal(gp.isOpen, false);
  assert.equal(panel.isOpen, true);
  const refused = page(11);
  refused.onMessage.tell(candidate());
  await turns();
  assert.equal(panel.told.at(-1)?.kind, 'not-enabled');
  assert.equal(refused.isOpen, false, 'the page learns that it has to ask again');
  world.granted = ['http://gp.localhost/*'];
  browser.permissions.onAdded.tell();
  await turns();
  assert.deepEqual(
    world.registered.map(({ matches }) => matches),
    [['http://gp.localhost/*']],
    'the script is registered for the site that came back',
  );
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
      world.registered = [];
      world.injected = [];
      tell();
      await turns();
      assert.deepEqual([world.registered.length, new Set(world.injected)], [1, new Set([11, 21])]);
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
    const good = world.local;
    world.local = { configuration: { ...CONFIGURATION, place: null } };
    browser.storage.onChanged.tell({ configuration: {} }, 'local');
    assert.deepEqual([panel.isOpen, gp.isOpen], [false, false]);
    const next = side(1);
    await says(next, 'not-configured');
    assert.deepEqual(await ask({ url: 'http://gp.localhost/record' }), [], 'no page is read either');
    assert.deepEqual(Object.keys(world.local), ['configuration'], 'what does not fit is not kept as good');
    world.local = good;
    browser.storage.onChanged.tell({ configuration: {} }, 'local');
    const last = side(1);
    await says(last, 'no-patient');
    gp.onMessage.tell(candidate());
    await turns();
    assert.equal(last.told.at(-1)?.kind, 'no-patient', 'a page of the former configuration is not heard');
  },
);

test('a page that asks receives the adapters of its own place, and whoever is no page of an enabled site none', async () => {
  const url = 'http://gp.localhost:8100/gp-record/';
  assert.deepEqual(await idsOf(ask({ url })), ['gp-record']);
  assert.deepEqual(await idsOf(ask({ url, documentLifecycle: 'prerender' })), ['gp-record']);
  for (const [what, stranger] of [
    ['a site that is not enabled', { url: 'http://diary.localhost/care-diary/' }],
    ['a frame, where the page itself is read', { url, frameId: 3 }],
    ['another extension', { url, id: 'theirs' }],
    ['a page in no tab', { url, tab: undefined }],
    ['a sandboxed page', { url, origin: 'null' }],
    ['nobody', {}],
  ] as const)
    assert.deepEqual(await idsOf(ask(stranger)), [], what);
});

test('the vault answers no other message', () => {
  for (const message of [
    { kind: 'taken-back', report: 'r' },
    { kind: 'adapters', more: 1 },
    'adapters',
    null,
  ])
    assert.equal(ask({ url: 'http://gp.localhost/' }, message), undefined);
});

test('a frame that a page wrote by itself stands where that page does', LIMIT, async () => {
  world.granted = ['http://gp.localhost/*', 'http://diary.localhost/*'];
  browser.permissions.onAdded.tell();
  await turns();
  const panel = side(1);
  await says(panel, 'no-patient');
  const origin = 'http://diary.localhost';
  const tab = { id: 11, url: `${origin}/` };
  const frame = { id: 'ours', url: 'about:srcdoc', origin, frameId: 3, tab };
  assert.deepEqual(await idsOf(ask(frame)), ['care-diary']);
  assert.deepEqual(await idsOf(ask({ ...frame, origin: 'null' })), []);
  assert.deepEqual(await idsOf(ask({ ...frame, origin: undefined })), []);
  connect(port('ehch-page', frame)).onMessage.tell(candidate(ANNE, 'care-diary'));
  await says(panel, 'shown');
  world.granted = ['http://gp.localhost/*'];
  browser.permissions.onRemoved.tell();
  await turns();
});

const OTHER = 'http://other.localhost:8100';
const listed = (panel: Port) => panel.sites.at(-1)?.sites.map(({ origin }) => origin);

test('on a site that is not enabled the panel says so, and its press enables it', LIMIT, async () => {
  world.tabs.set(11, { id: 11, url: `${OTHER}/` });
  const panel = side(1);
  await says(panel, 'not-enabled');
  const [first] = panel.told;
  assert.ok(first?.kind === 'not-enabled');
  const { roster: _, ...site } = first;
  assert.deepEqual(site, {
    kind: 'not-enabled',
    origin: OTHER,
    may: 'enable',
    offers: [
      { title: 'Fernhill Record (demonstration)', template: 'gp-record' },
      { title: 'Hearthside Diary (demonstration)', template: 'care-diary' },
    ],
    teach: { origin: OTHER, hasDraft: false },
  });
  assert.deepEqual(listed(panel), ['http://gp.localhost']);
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  browser.permissions.onAdded.tell();
  await turns();
  assert.equal(panel.told.at(-1)?.kind, 'not-enabled', 'the permission alone reads nothing');
  panel.onMessage.tell({ kind: 'enable-site', origin: OTHER, template: 'gp-record' });
  await says(panel, 'no-patient');
  assert.deepEqual(listed(panel), [OTHER, 'http://gp.localhost']);
  page(11, OTHER).onMessage.tell(candidate());
  await says(panel, 'shown');
});

test(
  'a press that revokes the site blanks the panel and ends its pages, and leaves the others',
  LIMIT,
  async () => {
    const [panel, second] = [side(1), side(2)];
    const [other, gp] = [page(11, OTHER), page(21)];
    for (const each of [other, gp]) each.onMessage.tell(candidate());
    await says(panel, 'shown');
    await says(second, 'shown');
    panel.onMessage.tell({ kind: 'revoke-site', origin: OTHER });
    await says(panel, 'not-enabled');
    assert.deepEqual([other.isOpen, gp.isOpen], [false, true]);
    assert.equal(second.told.at(-1)?.kind, 'shown');
    await turns();
    assert.deepEqual([listed(panel), listed(second)], [['http://gp.localhost'], ['http://gp.localhost']]);
    assert.deepEqual(world.granted, ['http://gp.localhost/*']);
    assert.deepEqual(await idsOf(ask({ url: `${OTHER}/` })), []);
  },
);

test(
  'a page that is taught: its script and its cover are heard, and what they say reaches its panel alone',
  LIMIT,
  async () => {
    const NEW = 'http://new.localhost';
    world.tabs.set(11, { id: 11, url: `${NEW}/` });
    world.granted = ['http://gp.localhost/*', `${NEW}/*`];
    const [panel, second] = [side(1), side(2)];
    await says(panel, 'not-enabled');
    const now = () => {
      const state = panel.told.at(-1);
      return state?.kind === 'teaching' ? state : assert.fail(`The panel says ${state?.kind}`);
    };
    const sender = { id: 'ours', url: `${NEW}/`, origin: NEW, tab: { id: 11 }, frameId: 0 };
    const early = connect(port('ehch-teach', sender));
    assert.equal(early.isOpen, false, 'nothing is taught yet');
    panel.onMessage.tell({ kind: 'teach-begin', origin: NEW, draft: false });
    await says(panel, 'teaching');
    for (const other of [
      { tab: { id: 21 } },
      { frameId: 2 },
      { url: 'http://b.localhost/', origin: 'http://b.localhost' },
    ])
      assert.equal(connect(port('ehch-teach', { ...sender, ...other })).isOpen, false);
    const script = connect(port('ehch-teach', sender));
    script.onMessage.tell({ kind: 'ready' });
    const own = {
      ...sender,
      url: 'chrome-extension://ours/pick.html',
      origin: 'chrome-extension://ours',
      frameId: 3,
    };
    const cover = connect(port('ehch-pick', own));
    cover.onMessage.tell({ kind: 'here', ticket: now().ctx });
    await turns();
    assert.deepEqual(now().now, { at: 'asking', wanted: 'nhsNumber', isCovered: true, trouble: null });
    const choices = [{ nhsNumber: '9990000018', born: null, family: null, given: null }];
    script.onMessage.tell({ kind: 'picked', ask: now().ctx, label: null, choices });
    await turns();
    assert.equal(now().now.at, 'picked');
    assert.deepEqual(
      second.told.map(({ kind }) => kind).filter((kind) => kind === 'teaching'),
      [],
    );
    panel.onMessage.tell({ kind: 'teach-press', ask: now().ctx, pressed: { press: 'stop' } });
    await says(panel, 'not-enabled');
    assert.equal(script.isOpen, false);
    await turns();
    assert.deepEqual(world.granted, ['http://gp.localhost/*'], 'what nothing reads by is given back');
  },
);

test('a page that asks or presses in the name of the panel enables and revokes nothing', async () => {
  const gp = page(11);
  for (const message of [
    { kind: 'enable-site', origin: OTHER, template: 'gp-record' },
    { kind: 'revoke-site', origin: 'http://gp.localhost' },
  ])
    gp.onMessage.tell(message);
  await turns();
  assert.deepEqual(await idsOf(ask({ url: 'http://gp.localhost/gp-record/' })), ['gp-record']);
});

test('a page that loads in front is looked at when the panel says so', LIMIT, async () => {
  const panel = side(1);
  await says(panel, 'not-enabled');
  world.tabs.set(11, { id: 11, url: 'http://gp.localhost/' });
  panel.onMessage.tell({ kind: 'page-loaded' });
  await says(panel, 'no-patient');
  world.tabs.set(11, { id: 11 });
  panel.onMessage.tell({ kind: 'page-loaded' });
  await says(panel, 'not-enabled');
  world.tabs.delete(11);
  panel.onMessage.tell({ kind: 'page-loaded' });
  await turns();
  world.tabs.set(11, { id: 11, url: 'http://gp.localhost/' });
});

test('a press on the toolbar button beside an open panel looks again', LIMIT, async () => {
  world.tabs.set(11, { id: 11 });
  const panel = side(1);
  await says(panel, 'not-enabled');
  world.tabs.set(11, { id: 11, url: 'http://gp.localhost/' });
  browser.action.onClicked.tell({ id: 11 });
  await says(panel, 'no-patient');
});

test(
  'managed settings count as soon as they arrive, and what is refused of them is told',
  LIMIT,
  async () => {
    const panel = side(1);
    await says(panel, 'no-patient');
    const given = { id: 'given', template: 'gp-record', match: [{ origin: OTHER, pathPrefix: '/' }] };
    world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
    world.managed = { adapters: [JSON.stringify(given), '{}'] };
    browser.storage.onChanged.tell({ adapters: {} }, 'managed');
    await turns();
    assert.deepEqual(listed(panel), [OTHER, 'http://gp.localhost']);
    assert.match(panel.sites.at(-1)?.refused[0] ?? '', /^Managed adapter 2 is not used/);
    assert.deepEqual(await idsOf(ask({ url: `${OTHER}/` })), ['given']);
    world.managed = {};
    world.granted = ['http://gp.localhost/*'];
    browser.storage.onChanged.tell({ adapters: {} }, 'managed');
    await turns();
    assert.deepEqual(listed(panel), ['http://gp.localhost']);
  },
);

test('content scripts are kept from both stores, where the browser can', () => {
  assert.deepEqual(world.accessLevels, ['local TRUSTED_CONTEXTS', 'managed TRUSTED_CONTEXTS']);
});

test('every listener is there as the script has loaded: a worker that wakes for an event finds only those', () => {
  assert.deepEqual(listenersAtOnce, [
    'runtime.onConnect: 1',
    'runtime.onMessage: 1',
    'runtime.onInstalled: 1',
    'runtime.onStartup: 1',
    'storage.onChanged: 1',
    'tabs.onActivated: 1',
    'tabs.onAttached: 1',
    'tabs.onDetached: 1',
    'tabs.onRemoved: 1',
    'idle.onStateChanged: 1',
    'alarms.onAlarm: 1',
    'permissions.onAdded: 1',
    'permissions.onRemoved: 1',
    'action.onClicked: 1',
  ]);
});
