import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Runtime } from 'webextension-polyfill';
import type { Template } from '../../hosts/template.ts';
import type { SideState } from '../../messages/side-state.ts';
import type { TaughtReading, TeachPressed, ToTeach } from '../../messages/teaching.ts';
import type { InForce } from '../adapters/adapters-in-force.ts';
import { event, standInBrowser } from '../stand-in-browser.fixtures.ts';

const { world, browser } = standInBrowser();
const { builtIn } = await import('../adapters/built-in.ts');
const { TeachingDesk } = await import('./teaching-desk.ts');
const template = builtIn.templates.find(({ frame }) => frame === 'top') as Template;
assert.ok(template);

const SITE = 'http://taught.localhost';
const TAB = 31;
const A: TaughtReading = { nhsNumber: '9990000018', born: '1938-03-09', family: 'ASHWORTH', given: null };
const B: TaughtReading = { nhsNumber: '9990000026', born: '1941-07-14', family: 'HUGHES', given: null };
const NOTHING: InForce = {
  adapters: [],
  waiting: [],
  templates: [],
  drafts: [],
  allowsTeach: true,
  never: [],
  refused: [],
};
const nobody = { kind: 'no-patient', roster: { state: 'unread' } } as SideState;

function script() {
  const told: ToTeach[] = [];
  const port = {
    told,
    isOpen: true,
    onMessage: event<[unknown]>(),
    onDisconnect: event(),
    postMessage: (message: ToTeach) => void told.push(message),
    disconnect() {
      port.isOpen = false;
    },
  };
  return port;
}

/** A desk, and a person who presses what its panel offers. */
function setOut(inForce: InForce = NOTHING) {
  let [asked, ms, refreshed] = [0, 0, 0];
  const state = { now: inForce };
  const changed: number[] = [];
  const desk = new TeachingDesk({
    sites: {
      get now() {
        return Promise.resolve(state.now);
      },
      refresh: async () => void (refreshed += 1),
    },
    changed: (tab) => void changed.push(tab),
    fresh: () => `q${(asked += 1)}`,
    milliseconds: () => ms,
  });
  const front = () => {
    const shown = desk.frontOf(TAB, nobody);
    return shown.kind === 'teaching' ? shown : null;
  };
  const ask = () => front()?.ctx ?? '';
  const asPort = (port: ReturnType<typeof script>) => port as unknown as Runtime.Port;
  return {
    desk,
    state,
    changed,
    front,
    at: () => front()?.now.at ?? 'off',
    ask,
    refreshed: () => refreshed,
    pass: (by: number) => {
      ms += by;
      mock.timers.tick(by);
    },
    press: (pressed: TeachPressed) => desk.press(TAB, ask(), pressed),
    /** The script of the page connects. */
    connect() {
      const port = script();
      desk.addScript(asPort(port));
      desk.heardScript(asPort(port), { kind: 'ready' });
      return {
        port,
        hear: (message: object) => desk.heardScript(asPort(port), message as never),
        asPort: asPort(port),
      };
    },
  };
}
const settled = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};

let injected: { target: { tabId: number; frameIds?: readonly number[] }; files: readonly string[] }[] = [];
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  Object.assign(globalThis, { __DEMO__: true });
  injected = [];
  world.local = {};
  world.granted = [`${SITE}/*`];
  world.tabs.set(TAB, { id: TAB, url: `${SITE}/record` });
  browser.scripting.executeScript = (async (asked: never) => void injected.push(asked)) as never;
});
afterEach(() => mock.timers.reset());

async function begun(inForce?: InForce) {
  // A desk of before may still give its permission back.
  await settled();
  world.granted = [`${SITE}/*`];
  const walk = setOut(inForce);
  await walk.desk.begin(TAB, { origin: SITE, draft: false });
  await settled();
  return { ...walk, script: walk.connect() };
}

async function drafted(reading = A, kept: object | null = template) {
  const walk = await begun();
  const { hear } = walk.script;
  for (const choices of [[{ ...A, born: null }], [{ ...A, nhsNumber: null }]]) {
    walk.desk.heardPick({ kind: 'here', ticket: walk.ask() });
    hear({ kind: 'picked', ask: walk.ask(), label: null, choices });
    walk.press({ press: 'yes', choice: 0 });
  }
  walk.press({ press: 'skip' });
  walk.press({ press: 'skip' });
  hear({ kind: 'drafted', ask: walk.ask(), template: kept, reading, words: [] });
  return walk;
}

test('the script is started in the one page, and not in its frames, once its site was granted', async () => {
  const { at, script: page } = await begun();
  assert.deepEqual(injected, [{ target: { tabId: TAB, frameIds: [0] }, files: ['teach.js'] }]);
  assert.equal(at(), 'asking');
  assert.deepEqual(
    page.port.told.map(({ kind }) => kind),
    ['cover'],
  );
});

test('nothing begins without the permission, on another page, where it is forbidden, or for a draft that is not there', async () => {
  for (const [what, prepare, asked] of [
    ['no permission', () => void (world.granted = []), { origin: SITE, draft: false }],
    ['another origin than that on the button', () => {}, { origin: 'http://other.localhost', draft: false }],
    [
      'a page that was left',
      () => void world.tabs.set(TAB, { id: TAB, url: 'http://b.localhost/' }),
      { origin: SITE, draft: false },
    ],
    ['no draft', () => {}, { origin: SITE, draft: true }],
  ] as const) {
    world.granted = [`${SITE}/*`];
    world.tabs.set(TAB, { id: TAB, url: `${SITE}/record` });
    prepare();
    const { desk, at } = setOut();
    await desk.begin(TAB, asked);
    assert.deepEqual([at(), injected], ['off', []], what);
  }
  const forbidden = setOut({ ...NOTHING, allowsTeach: false });
  await forbidden.desk.begin(TAB, { origin: SITE, draft: false });
  assert.equal(forbidden.at(), 'off');
});

test('only the page that is taught is one, and its cover by the tab alone', async () => {
  const { desk } = await begun();
  assert.equal(desk.isTaught(TAB, SITE), true);
  assert.equal(desk.isTaught(TAB, null), true);
  for (const [tab, origin] of [
    [TAB, 'http://other.localhost'],
    [11, SITE],
    [11, null],
  ] as const)
    assert.equal(desk.isTaught(tab, origin), false);
  assert.equal(setOut().desk.isTaught(TAB, SITE), false);
});

test('another tab, a lock and an unconfigured browser show none of it', async () => {
  const { desk, at } = await begun();
  assert.equal(at(), 'asking');
  assert.equal(desk.frontOf(11, nobody), nobody);
  for (const state of [{ kind: 'locked' }, { kind: 'not-configured' }] as const)
    assert.equal(desk.frontOf(TAB, state), state);
});

test('a click is passed on with the ticket of the cover that stands, and with no other', async () => {
  const { desk, ask, script: page } = await begun();
  desk.heardPick({ kind: 'pick', ticket: ask(), x: 1, y: 2 });
  desk.heardPick({ kind: 'here', ticket: 'forged' });
  desk.heardPick({ kind: 'pick', ticket: ask(), x: 1, y: 2 });
  assert.deepEqual(page.port.told.slice(1), [], 'no cover stands yet');
  desk.heardPick({ kind: 'here', ticket: ask() });
  desk.heardPick({ kind: 'pick', ticket: 'forged', x: 1, y: 2 });
  assert.deepEqual(page.port.told.slice(1), []);
  desk.heardPick({ kind: 'pick', ticket: ask(), x: 1, y: 2 });
  assert.deepEqual(page.port.told.slice(1), [{ kind: 'pick', ask: ask(), x: 1, y: 2 }]);
});

test('a page that lets no script run, or no cover stand, is not waited for', async () => {
  const silent = setOut();
  await silent.desk.begin(TAB, { origin: SITE, draft: false });
  await settled();
  silent.pass(5001);
  assert.deepEqual(silent.front()?.now, { at: 'wrong', why: 'no-script' });
  const uncovered = await begun();
  uncovered.pass(5001);
  assert.deepEqual(uncovered.front()?.now, {
    at: 'asking',
    wanted: 'nhsNumber',
    isCovered: false,
    trouble: { why: 'cover-gone', text: null },
  });
  assert.equal(uncovered.script.port.told.at(-1)?.kind, 'uncover');
});

test('a draft is kept at a press, without a title of the page, and counts after the second person', async () => {
  const walk = await drafted(A, { ...template, id: 'x', title: 'ASHWORTH, Doris' });
  assert.equal(walk.at(), 'draft');
  assert.deepEqual(world.local, {});
  walk.press({ press: 'keep' });
  await settled();
  const kept = () =>
    (world.local['taughtAdapters'] as { state: string; adapter: { template: Template; match: object } }[])[0];
  assert.deepEqual([kept()?.state, kept()?.adapter.match], ['draft', [{ origin: SITE, pathPrefix: '/' }]]);
  assert.deepEqual(
    [kept()?.adapter.template.id, kept()?.adapter.template.title],
    ['taught', 'Taught by pointing at a page'],
  );
  assert.doesNotMatch(JSON.stringify(world.local), /ASHWORTH|9990000018|1938-03-09/);
  assert.equal(walk.refreshed(), 1);
  walk.press({ press: 'look' });
  await settled();
  const second = walk.connect();
  assert.deepEqual(
    second.port.told.map(({ kind }) => kind),
    ['look'],
  );
  second.hear({ kind: 'looked', ask: walk.ask(), reading: B, words: [] });
  walk.press({ press: 'both-right' });
  await settled();
  assert.equal(walk.at(), 'confirmed');
  assert.equal(kept()?.state, 'confirmed');
  assert.equal(second.port.isOpen, false);
  assert.doesNotMatch(JSON.stringify(walk.front()), /9990000018|9990000026/);
});

test('a template that no adapter may be, or that names the person, is not kept', async () => {
  const layouts = (cls: string) => [
    {
      subject: {
        ...(template.layouts[0] as { subject: object }).subject,
        family: { path: [{ cls: [cls], rel: 'descendant' }], read: 'text', parser: 'namePart' },
      },
    },
  ];
  for (const [kept, why] of [
    [null, 'no-path'],
    [{ ...template, layouts: [] }, 'refused'],
    [{ ...template, css: '*' }, 'refused'],
    [{ ...template, layouts: layouts('row-ashworth') }, 'refused'],
    [{ ...template, layouts: layouts('rowAshworth') }, 'refused'],
  ] as const) {
    const walk = await drafted(A, kept);
    assert.deepEqual(walk.front()?.now, { at: 'wrong', why });
  }
  assert.equal((await drafted(A, { ...template, layouts: layouts('family') })).at(), 'draft');
  assert.equal((await drafted({ ...A, born: null })).at(), 'wrong');
});

test('a page that is left takes what was pointed at with it; a former script that ends says nothing', async () => {
  const walk = await begun();
  const other = walk.connect();
  walk.desk.removeScript(walk.script.asPort);
  assert.equal(walk.at(), 'asking');
  walk.desk.removeScript(other.asPort);
  assert.equal(walk.at(), 'wrong');
});

test('ten minutes, a lock, a closed tab and a ban each erase what was read', async () => {
  for (const [what, happens] of [
    ['time', (walk) => walk.pass(10 * 60_000)],
    ['lock', ({ desk }) => desk.setLocked(true)],
    ['tab', ({ desk }) => desk.closedTab(TAB)],
    ['ban', ({ desk }) => desk.followSites({ ...NOTHING, allowsTeach: false })],
  ] as readonly (readonly [string, (walk: Awaited<ReturnType<typeof drafted>>) => void])[]) {
    const walk = await drafted();
    walk.desk.setLocked(false);
    walk.desk.closedTab(11);
    walk.desk.followSites(NOTHING);
    assert.match(JSON.stringify(walk.front()), /9990000018/, what);
    happens(walk);
    assert.doesNotMatch(JSON.stringify(walk.front()), /9990000018/, what);
    assert.equal(walk.script.port.isOpen, false, what);
    assert.equal(walk.changed.at(-1), TAB, what);
  }
});

test('a press of another tab’s panel, and one for a former question, count for nothing', async () => {
  const walk = await drafted();
  walk.desk.press(11, walk.ask(), { press: 'keep' });
  walk.desk.press(TAB, 'q1', { press: 'keep' });
  assert.equal(walk.at(), 'draft');
});

test('a permission that nothing reads by is given back; one that something uses stays', async () => {
  const removed: string[] = [];
  const { remove } = browser.permissions;
  browser.permissions.remove = async ({ origins: [origin = ''] }) => {
    removed.push(origin);
    return true;
  };
  const walk = await begun();
  walk.press({ press: 'stop' });
  await settled();
  assert.deepEqual([walk.at(), removed], ['off', [`${SITE}/*`]]);
  const adapter = {
    id: 'a',
    template,
    match: [{ origin: `${SITE}:8100`, pathPrefix: '/' }],
    from: 'bound' as const,
  };
  for (const part of ['adapters', 'waiting', 'drafts'] as const) {
    const used = await begun({ ...NOTHING, [part]: [adapter] });
    used.press({ press: 'stop' });
    await settled();
  }
  assert.deepEqual(removed, [`${SITE}/*`], 'a permission covers every port of a host');
  browser.permissions.remove = remove;
});

test('a draft that is kept is looked at with two people anew, and only on its own site', async () => {
  const adapter = {
    id: 'taught',
    template,
    match: [{ origin: SITE, pathPrefix: '/' }],
    from: 'taught' as const,
  };
  const walk = setOut({ ...NOTHING, drafts: [adapter] });
  await walk.desk.begin(TAB, { origin: SITE, draft: true });
  assert.deepEqual([walk.at(), injected], ['looks', []]);
  world.tabs.set(TAB, { id: TAB, url: 'http://other.localhost/' });
  walk.press({ press: 'look' });
  await settled();
  assert.deepEqual(injected, []);
  assert.match(JSON.stringify(walk.front()), /not-here/);
  world.tabs.set(TAB, { id: TAB, url: `${SITE}/another` });
  for (const reading of [A, B]) {
    walk.press({ press: 'look' });
    await settled();
    walk.connect().hear({ kind: 'looked', ask: walk.ask(), reading, words: [] });
  }
  walk.press({ press: 'both-right' });
  assert.equal(walk.at(), 'confirmed');
});
