import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { adapterSchema, type Adapter } from '../../hosts/binding.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { standInBrowser } from '../stand-in-browser.fixtures.ts';

const { world, browser } = standInBrowser();
const { builtIn } = await import('../adapters/built-in.ts');
const { changedOrigins } = await import('./changed-origins.ts');
const { injectScript } = await import('./inject-script.ts');
const { isGranted } = await import('./is-granted.ts');
const { Sites } = await import('./keep-sites.ts');
const { registerScripts } = await import('./register-scripts.ts');
const { listedSites } = await import('./listed-sites.ts');
const { siteOf } = await import('./site-of-tab.ts');
const [record, diary] = builtIn.templates;
assert.ok(record && diary);

const OTHER = 'http://other.localhost:8100';
const adapter = (origin: string, more: Partial<Adapter> = {}): Adapter => ({
  id: 'one',
  template: record,
  match: [{ origin, pathPrefix: '/' }],
  from: 'bound',
  ...more,
});

beforeEach(() => {
  Object.assign(globalThis, { __DEMO__: true });
  Object.assign(world, {
    granted: ['http://gp.localhost/*'],
    isRequired: false,
    local: {},
    managed: {},
    registered: [],
    calls: [],
    injected: [],
    knowsFallback: true,
  });
  world.tabs.set(11, { id: 11, url: 'http://gp.localhost:8100/gp-record/' });
  world.tabs.set(12, { id: 12, url: `${OTHER}/` });
  world.tabs.set(21, { id: 21, url: 'http://gp.localhost:8100/' });
});

test('a permission covers sites by scheme, name and subdomain, and covers no other site', () => {
  const gp = 'http://gp.localhost:8100';
  for (const pattern of ['http://gp.localhost/*', '*://gp.localhost/*', 'http://*.localhost/*', '*://*/*'])
    assert.equal(isGranted([pattern], gp), true, pattern);
  for (const pattern of [
    'https://gp.localhost/*',
    'http://evilgp.localhost.example/*',
    'http://localhost/*',
    'http://p.localhost/*',
    'http://*.gp.localhost.example/*',
    'ftp://gp.localhost/*',
    'http://gp.localhost/only/*',
    'nothing',
  ])
    assert.equal(isGranted([pattern], gp), false, pattern);
  assert.equal(isGranted([], gp), false);
  assert.equal(isGranted(['nothing', 'http://gp.localhost/*'], gp), true);
});

test('the script is registered by difference: what stays is not touched', async () => {
  const a = adapter('https://a.example');
  const b = adapter('https://b.example');
  assert.deepEqual(await registerScripts([a]), ['https://a.example/*']);
  assert.deepEqual(await registerScripts([a, b]), ['https://b.example/*']);
  assert.deepEqual(await registerScripts([a, b]), []);
  assert.deepEqual(await registerScripts([b]), ['https://a.example/*']);
  assert.deepEqual(await registerScripts([]), ['https://b.example/*']);
  assert.deepEqual(world.calls, [
    '+ site https://a.example/*',
    '+ site https://b.example/*',
    '- site https://a.example/*',
    '- site https://b.example/*',
  ]);
});

test('what an earlier version registered goes', async () => {
  world.registered = [
    { id: 'hosts', matches: ['https://a.example/*'], allFrames: true, persistAcrossSessions: true },
  ];
  await registerScripts([]);
  assert.deepEqual(world.calls, ['- hosts']);
});

test('the script runs in frames only where an adapter reads one, and reaches the frames that a page writes', async () => {
  await registerScripts([
    adapter('https://a.example:8443'),
    adapter('https://b.example', { template: diary }),
  ]);
  await registerScripts([
    adapter('https://a.example:8443'),
    adapter('https://b.example'),
    adapter('https://b.example', { id: 'two', template: diary }),
    adapter('https://b.example', { id: 'three' }),
  ]);
  assert.deepEqual(world.registered, [
    {
      id: 'site https://a.example/*',
      matches: ['https://a.example/*'],
      js: ['content.js'],
      allFrames: false,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
    {
      id: 'site https://b.example/*',
      matches: ['https://b.example/*'],
      js: ['content.js'],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
  assert.deepEqual(await registerScripts([adapter('https://b.example')]), [
    'https://a.example/*',
    'https://b.example/*',
    'https://b.example/*',
  ]);
});

test('a browser that cannot reach such frames still registers the script', async () => {
  world.knowsFallback = false;
  await registerScripts([adapter('https://a.example')]);
  assert.deepEqual(
    world.registered.map(({ id }) => id),
    ['site https://a.example/*'],
  );
  assert.equal('matchOriginAsFallback' in (world.registered[0] ?? {}), false);
});

test('open tabs of a site are injected, and neither others, nor sleeping ones, nor any without a site', async () => {
  world.tabs.set(13, { id: 13, url: 'http://gp.localhost/', discarded: true });
  await injectScript([]);
  assert.deepEqual(world.injected, []);
  await injectScript(['http://gp.localhost/*', 'http://gp.localhost/*']);
  assert.deepEqual(world.injected, [11, 21]);
  world.tabs.delete(13);
});

test('a tab that closes meanwhile stops no other', async () => {
  const { get } = world.tabs;
  const [first] = world.tabs.values();
  const query = browser.tabs.query;
  browser.tabs.query = async () => [{ id: 99 }, first ?? { id: 11 }];
  await injectScript(['http://gp.localhost/*']);
  browser.tabs.query = query;
  assert.deepEqual(world.injected, [99, 11]);
  assert.equal(world.tabs.get, get);
});

test('a site has changed when its adapters are others, and not when another site’s are', () => {
  const a = adapter('https://a.example');
  const b = adapter('https://b.example');
  assert.deepEqual(changedOrigins([], []), []);
  assert.deepEqual(changedOrigins([a, b], [b, a]), []);
  assert.deepEqual(changedOrigins([a], [a, b]), ['https://b.example']);
  assert.deepEqual(changedOrigins([a, b], [b]), ['https://a.example']);
  assert.deepEqual(changedOrigins([a], [{ ...a, template: diary }]), ['https://a.example']);
  const both = adapter('', { match: [...a.match, ...b.match] });
  assert.deepEqual(changedOrigins([both], [{ ...both, match: a.match }]), ['https://b.example']);
});

const inForce: InForce = {
  adapters: [adapter('https://a.example')],
  waiting: [adapter('https://w.example:8443', { from: 'managed' })],
  templates: [record, diary],
  drafts: [],
  allowsTeach: false,
  never: ['https://record.example'],
  refused: [],
};

test('a page may be taught where a user may enable it, and not where the organisation gave an adapter', () => {
  Object.assign(globalThis, { __DEMO__: false });
  const at = (address: string, more: Partial<InForce> = {}) =>
    siteOf(address, { ...inForce, allowsTeach: true, ...more });
  const teach = (origin: string, hasDraft = false) => ({ origin, hasDraft });
  assert.deepEqual(at('https://a.example/any').teach, teach('https://a.example'), 'its template may not fit');
  assert.deepEqual(at('https://b.example/').teach, teach('https://b.example'));
  assert.deepEqual(at('https://b.example/', { templates: [] }), {
    state: 'not-enabled',
    origin: 'https://b.example',
    may: 'enable',
    offers: [],
    teach: teach('https://b.example'),
  });
  const draft = adapter('https://b.example', { from: 'taught' });
  assert.deepEqual(at('https://b.example/', { drafts: [draft] }).teach, teach('https://b.example', true));
  assert.equal(at('https://b.example/', { drafts: [draft] }).state, 'not-enabled', 'a draft enables nothing');
  const given = adapter('https://a.example', { from: 'managed' });
  for (const [address, more] of [
    ['https://w.example:8443/', {}],
    ['https://a.example/', { adapters: [given] }],
    ['https://record.example/', {}],
    ['https://b.example:8443/', {}],
    ['http://b.example/', {}],
    ['https://10.1.2.3/', {}],
    ['https://b.example/', { allowsTeach: false }],
  ] as const)
    assert.equal(at(address, more).teach, undefined, address);
});

test('where a tab stands, and what can be done there', () => {
  Object.assign(globalThis, { __DEMO__: false });
  const at = (address: string | undefined, more: Partial<InForce> = {}) =>
    siteOf(address, { ...inForce, ...more });
  assert.deepEqual(at('https://a.example/any'), { state: 'enabled' });
  const not = (origin: string | null, may: string, offers: readonly object[] = []) => ({
    state: 'not-enabled',
    origin,
    may,
    offers,
  });
  assert.deepEqual(at(undefined), not(null, 'ask-the-browser'));
  assert.deepEqual(
    at('https://b.example/'),
    not('https://b.example', 'enable', [
      { title: record.title, template: record.id },
      { title: diary.title, template: diary.id },
    ]),
  );
  assert.deepEqual(
    at('https://b.example/', { templates: [] }),
    not('https://b.example', 'ask-the-administrator'),
  );
  assert.deepEqual(
    at('https://w.example:8443/', { templates: [] }),
    not('https://w.example:8443', 'enable', [{ title: record.title, template: null }]),
    'what an administrator gave needs the permission alone',
  );
  assert.deepEqual(at('https://record.example/fhir'), not('https://record.example', 'never'));
  for (const [address, origin] of [
    ['http://b.example/', 'http://b.example'],
    ['http://gp.localhost/', 'http://gp.localhost'],
    ['https://10.1.2.3/', 'https://10.1.2.3'],
    ['https://[::1]/', 'https://[::1]'],
    ['https://intranet/', 'https://intranet'],
    ['https://a.example:8443/', 'https://a.example:8443'],
    ['file:///etc/passwd', null],
    ['chrome://settings/', null],
    ['about:blank', null],
  ] as const)
    assert.deepEqual(at(address), not(origin, 'never'), address);
});

test('the list names each site once, and who gave it', () => {
  const { adapters } = inForce;
  assert.deepEqual(
    listedSites(
      { ...inForce, adapters: [...adapters, adapter('https://b.example', { from: 'managed' })] },
      [],
    ),
    [
      { origin: 'https://a.example', title: record.title, from: 'bound', canBeRevoked: true },
      { origin: 'https://b.example', title: record.title, from: 'managed', canBeRevoked: true },
    ],
  );
  const revocable = (from: Adapter['from'], ...required: readonly string[]) =>
    listedSites({ ...inForce, adapters: [adapter('https://a.example', { from })] }, required)[0]
      ?.canBeRevoked;
  // Pressing "Revoke" would take nothing away where the manifest requires the permission.
  for (const from of ['built-in', 'managed'] as const)
    assert.deepEqual(
      [revocable(from, 'https://*.example/*'), revocable(from, 'https://b.example/*'), revocable(from)],
      [false, true, true],
      from,
    );
  for (const from of ['bound', 'taught'] as const) assert.equal(revocable(from, 'https://*.example/*'), true);
});

test('what was taught is listed with its adapter, and a draft as a draft', () => {
  const taught = (origin: string) =>
    adapter(origin, { from: 'taught', template: { ...record, title: 'Whatever a page said' } });
  const listed = listedSites(
    { adapters: [taught('https://a.example')], drafts: [taught('https://b.example')] },
    [],
  );
  assert.deepEqual(
    listed.map(({ origin, taught: each }) => [origin, each?.state]),
    [
      ['https://a.example', 'confirmed'],
      ['https://b.example', 'draft'],
    ],
  );
  const { from, ...exported } = JSON.parse(listed[0]?.taught?.adapter ?? '') as Adapter;
  assert.deepEqual([from, exported.template.title], [undefined, 'Taught by pointing at a page']);
  assert.equal(adapterSchema(false).safeParse({ ...exported, from: 'managed' }).success, true);
});

/** Sites that keep what they told, in order. */
function sites(ownServer: () => readonly string[] | null = () => ['https://record.example']) {
  const told: (readonly string[])[] = [];
  const made = new Sites({
    ownServer: async () => ownServer(),
    changed: ({ adapters }) =>
      void told.push(adapters.flatMap(({ match }) => match.map(({ origin }) => origin))),
  });
  const now = async () => (await made.now).adapters.flatMap(({ match }) => match.map(({ origin }) => origin));
  return { made, told, now };
}
const GP = 'http://gp.localhost';

test('without a configuration no site counts', async () => {
  let servers: readonly string[] | null = null;
  const { made, now } = sites(() => servers);
  assert.deepEqual(await now(), []);
  servers = [];
  await made.refresh();
  assert.deepEqual(await now(), [GP]);
});

test('a site is enabled by its permission and a template, and its open tab is injected without a reload', async () => {
  const { made, told, now } = sites();
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  await made.refresh();
  world.calls = [];
  world.injected = [];
  await made.enable({ origin: OTHER, template: record.id });
  assert.deepEqual(await now(), [OTHER, GP]);
  assert.deepEqual(told.at(-1), [OTHER, GP]);
  assert.deepEqual([world.calls, [...new Set(world.injected)]], [['+ site http://other.localhost/*'], [12]]);
  assert.deepEqual(world.local['boundSites'], [{ origin: OTHER, template: record.id }]);
});

for (const [what, origin, template, more] of [
  ['without the browser’s permission', OTHER, 'gp-record', { granted: [] }],
  ['by a template that nobody offered', OTHER, 'unknown', {}],
  ['that is enabled already', 'http://gp.localhost:8100', 'care-diary', {}],
  ['of the record’s own server', 'https://record.example', 'gp-record', {}],
  ['with a path in its address', `${OTHER}/path`, 'gp-record', {}],
  ['that is no address', 'nothing', 'gp-record', {}],
  ['where the administrator forbids it', OTHER, 'gp-record', { managed: { allowUserSites: false } }],
] as const)
  test(`a site ${what} is not enabled`, async () => {
    world.granted = ['http://gp.localhost/*', 'http://other.localhost/*', 'https://record.example/*'];
    Object.assign(world, more);
    const { made } = sites();
    await made.enable({ origin, template });
    assert.equal(world.local['boundSites'], undefined);
  });

test('a site that is revoked falls silent while its script can be reached, and then its permission goes', async () => {
  const { made, told, now } = sites();
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  await made.enable({ origin: OTHER, template: record.id });
  const order: string[] = [];
  const { remove } = browser.permissions;
  browser.permissions.remove = async (which) => {
    order.push(`${world.calls.at(-1)} injected ${world.injected.at(-1)}`);
    return remove(which);
  };
  await made.revoke(OTHER);
  browser.permissions.remove = remove;
  assert.deepEqual(order, ['- site http://other.localhost/* injected 12']);
  assert.deepEqual(await now(), [GP]);
  assert.deepEqual(told.at(-1), [GP]);
  assert.deepEqual([world.granted, world.local['boundSites']], [['http://gp.localhost/*'], []]);
});

test('a site that the organisation gave counts no more once its permission went, and again when it comes back', async () => {
  const given = { id: 'given', template: record.id, match: [{ origin: OTHER, pathPrefix: '/' }] };
  world.managed = { adapters: [JSON.stringify(given)] };
  world.granted = ['http://other.localhost/*'];
  const { made, now } = sites();
  assert.deepEqual(await now(), [OTHER]);
  await made.revoke(OTHER);
  assert.deepEqual([await now(), (await made.now).waiting.length > 0], [[], true]);
  world.granted = ['http://other.localhost/*'];
  await made.refresh();
  assert.deepEqual(await now(), [OTHER]);
});

test('a permission that nobody can take away ends neither the revoking nor what comes after', async () => {
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  world.isRequired = true;
  const { made, now } = sites();
  await made.enable({ origin: OTHER, template: record.id });
  await made.revoke(OTHER);
  assert.deepEqual(await now(), [GP]);
});

test('a disk that fails as a site is revoked leaves it neither its script nor its permission', async () => {
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  const { made, now } = sites();
  await made.enable({ origin: OTHER, template: record.id });
  const { set } = browser.storage.local;
  browser.storage.local.set = () => Promise.reject(new Error('The disk is full'));
  await made.revoke(OTHER);
  browser.storage.local.set = set;
  assert.deepEqual(await now(), [GP]);
  assert.deepEqual(world.granted, ['http://gp.localhost/*']);
  assert.deepEqual(
    world.registered.map(({ id }) => id),
    ['site http://gp.localhost/*'],
  );
});

test('a permission taken away in the browser forgets what was bound: it does not come back by itself', async () => {
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  const { made, now } = sites();
  await made.enable({ origin: OTHER, template: record.id });
  world.granted = [];
  await made.permissionsWent();
  assert.deepEqual([await now(), world.registered], [[], []]);
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  await made.refresh();
  assert.deepEqual(await now(), [GP]);
});

test('after a start of the browser or an update every open tab of a site is injected again', async () => {
  const { made } = sites();
  await made.refresh();
  world.injected = [];
  await made.refresh();
  assert.deepEqual(world.injected, []);
  await made.startAgain();
  assert.deepEqual(world.injected, [11, 21]);
});

test('a vault that slept while settings changed still reaches the open tabs, by what is registered', async () => {
  world.registered = [
    {
      id: 'site http://other.localhost/*',
      matches: ['http://other.localhost/*'],
      allFrames: false,
      persistAcrossSessions: true,
    },
  ];
  await sites().made.refresh();
  assert.deepEqual(
    world.injected.toSorted((a, b) => a - b),
    [11, 12, 21],
  );
});

test('changes run one after the other, and a failure of one does not stop the next', async () => {
  const { made, now } = sites();
  world.granted = ['http://gp.localhost/*', 'http://other.localhost/*'];
  const { registerContentScripts } = browser.scripting;
  browser.scripting.registerContentScripts = () => Promise.reject(new Error('busy'));
  const first = made.refresh();
  await first;
  browser.scripting.registerContentScripts = registerContentScripts;
  await Promise.all([made.enable({ origin: OTHER, template: record.id }), made.revoke(OTHER)]);
  assert.deepEqual(await now(), [GP]);
  assert.deepEqual(
    world.registered.map(({ id }) => id),
    ['site http://gp.localhost/*'],
  );
});

test('what cannot be read gives no site', async () => {
  const { getAll } = browser.permissions;
  browser.permissions.getAll = () => Promise.reject(new Error('gone'));
  const { made, now } = sites();
  assert.deepEqual(await now(), []);
  browser.permissions.getAll = getAll;
  await made.refresh();
  assert.deepEqual(await now(), [GP]);
});
