import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, Linkable, PlaceConfiguration } from '@ehch/clinical';
import { formOfInstrument } from '@ehch/clinical/form';
import { instruments } from '@ehch/clinical/instruments';
import { createFhirServer, type FhirServer } from '@ehch/dev-server';
import { LOCAL_SOURCE, openMemoryStore, type Store } from '@ehch/store';
import { AT, draftOf, finish, LATER, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from '../device/device-engine.ts';
import { storesWith } from '../device/stores.fixtures.ts';
import { AGNES, adding, forbiddenNetwork, LOCAL, PLACE, pressed } from '../local/local.fixtures.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import type { EngineSurface } from '../protocol.ts';

const BASE = 'https://record.test/fhir';
const THIRD = '0f3c1b52-7a0e-4d0f-9d57-1f0a6c1d2e03';
const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const SECRET = 'four quiet words here';
const by = { name: 'Grace Mensah', role: 'carer' };

const { server: _, ...withoutNone } = PLACE;
const WITH_SERVER: PlaceConfiguration = {
  ...withoutNone,
  homes: PLACE.homes.map((home) => ({ ...home, roster: { kind: 'group', id: 'rowan' } })),
};

interface Person {
  readonly id: string;
  readonly family?: string;
  readonly nhs?: string;
  readonly born?: string;
}

/** A server whose list of residents has these people. */
function serverWith(people: readonly Person[]): FhirServer {
  return createFhirServer({
    base: BASE,
    resources: [
      ...people.map(({ id, family = 'Pell', nhs = '9990000018', born = '1938-04-09' }) => ({
        resourceType: 'Patient',
        id,
        identifier: [{ system: NHS, value: nhs }],
        name: [{ family, given: ['Agnes'] }],
        birthDate: born,
      })),
      {
        resourceType: 'Group',
        id: 'rowan',
        type: 'person',
        actual: true,
        member: people.map(({ id }) => ({ entity: { reference: `Patient/${id}` } })),
      },
    ],
  });
}

/** A home that worked without a server: one resident, a signature that stands, and one marked as entered in error. */
async function localHome(more: readonly CareIntent[] = []): Promise<Store> {
  const store: Store = { ...openMemoryStore({ server: LOCAL_SOURCE }), lasts: 'device' };
  const engine = createDeviceEngine({
    connect: forbiddenNetwork().connect,
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure(LOCAL);
  const mark = { kind: 'enter-in-error', finished: LATER, draft: 'second', reason: 'Wrong day', by } as const;
  const all = [
    pressed(adding()),
    finish(draftOf(AGNES, 1, 'first')),
    finish(draftOf(AGNES, 2, 'second'), LATER),
    { ...pressed(mark, { n: 20 }), id: THIRD },
    ...more,
  ];
  for (const intent of all) {
    const { state } = await engine.enqueue({ intent, now: AT });
    assert.equal(state, 'saved-on-device');
  }
  await engine.close();
  return store;
}

/** The same PC once its place has a server. `store` outlives it, as the disk does. */
async function linkingEngine(
  { local, server }: { readonly local: Store | null; readonly server: FhirServer },
  { user = NURSE, store = openMemoryStore() }: { readonly user?: SignedIn; readonly store?: Store } = {},
) {
  const engine = createDeviceEngine({
    connect: () => ({ request: async (request) => server.request(request) }),
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
    findLocal: () => ({
      isThere: async () => local !== null,
      open: async (secret) => (secret === SECRET ? local : null),
    }),
  });
  const configuration: EngineConfiguration = {
    fhirBaseUrl: BASE,
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: WITH_SERVER,
    deadlineMs: 2000,
    user,
    keys: 'passphrase',
  };
  await engine.configure(configuration);
  return engine;
}

async function opened(engine: EngineSurface): Promise<Extract<Linkable, { state: 'open' }>> {
  await engine.openLocal({ secret: SECRET, now: AT });
  const linkable = await engine.linkable({ now: AT });
  assert.ok(linkable.state === 'open');
  return linkable;
}

const count = ({ repository }: FhirServer, type: string) => repository.counts().get(type) ?? 0;

async function settled(engine: EngineSurface): Promise<void> {
  for (;;) {
    const { unsent, sends } = await engine.status(null);
    if (unsent.total === 0 && sends === 'yes') return;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

const ask = (server: FhirServer, path: string): unknown => {
  const request = {
    method: 'GET',
    url: `${BASE}/${path}`,
    headers: {},
    body: null,
    deadlineMs: 1000,
  } as const;
  return JSON.parse(server.request(request).text);
};

test('(SPEC J1) what a home did without a server is offered once it is opened, and nothing goes by itself', async () => {
  const server = serverWith([{ id: 'agnes' }]);
  const engine = await linkingEngine({ local: await localHome(), server });
  assert.deepEqual(await engine.linkable({ now: AT }), { state: 'closed' });
  assert.deepEqual(await engine.openLocal({ secret: 'another word or two', now: AT }), { state: 'wrong' });
  const { residents } = await opened(engine);
  const [agnes] = residents;
  assert.deepEqual(
    agnes?.items.map(({ intent, author, stands, state }) => [intent, author, stands, state]),
    [
      [PRESS, 'Sam Okafor', 'signed', 'not-linked'],
      [LATER, 'Sam Okafor', 'entered-in-error', 'not-linked'],
    ],
  );
  assert.deepEqual(
    agnes?.candidates.map(({ resident, differs, hasOtherName }) => [resident, differs, hasOtherName]),
    [['agnes', null, false]],
  );
  assert.equal(count(server, 'QuestionnaireResponse'), 0);
  await engine.close();
});

test('(SPEC J3) linked work arrives about the server’s resident, with its author, the linker and its mark', async () => {
  const server = serverWith([{ id: 'agnes' }]);
  const engine = await linkingEngine({ local: await localHome(), server });
  await opened(engine);
  const taken = await engine.link({ from: AGNES, to: 'agnes', intents: [PRESS, LATER], now: AT });
  assert.equal(taken, 2);
  await settled(engine);
  const answers = JSON.stringify(ask(server, 'QuestionnaireResponse?subject=Patient/agnes'));
  assert.equal(count(server, 'QuestionnaireResponse'), 2);
  assert.match(answers, /"status":"completed"/);
  assert.match(answers, /"status":"entered-in-error"/);
  const marker = ask(server, `Provenance/${PRESS}`) as { readonly agent?: readonly unknown[] };
  const agents = JSON.stringify(marker.agent);
  assert.match(agents, /Sam Okafor/);
  assert.match(agents, /"enterer"/);
  // Nothing on the server names the local resident, who is nobody there.
  assert.doesNotMatch(
    JSON.stringify([ask(server, 'QuestionnaireResponse'), ask(server, 'Provenance')]),
    new RegExp(AGNES),
  );
  const { residents } = await opened(engine);
  assert.deepEqual(
    residents.map(({ items, linkedTo }) => [items.map(({ state }) => state), linkedTo]),
    [[['linked', 'linked'], 'agnes']],
  );
  await engine.close();
});

test('(SPEC J3) linked twice, after a restart and from a second PC, it is there once', async () => {
  const server = serverWith([{ id: 'agnes' }]);
  const local = await localHome();
  const store = openMemoryStore();
  const first = await linkingEngine({ local, server }, { store });
  await opened(first);
  await first.link({ from: AGNES, to: 'agnes', intents: [PRESS], now: AT });
  await settled(first);
  assert.equal(await first.link({ from: AGNES, to: 'agnes', intents: [PRESS], now: AT }), 0);
  await first.close();
  // The export of before went to another PC, which knows nothing of the link.
  const second = await linkingEngine({ local: await localHome(), server });
  await opened(second);
  await second.link({ from: AGNES, to: 'agnes', intents: [PRESS], now: AT });
  await settled(second);
  assert.equal(count(server, 'QuestionnaireResponse'), 1);
  await second.close();
});

test('(SPEC J2) NHS number and date of birth must agree: a doubt is shown, says what differs, and links nothing', async () => {
  const people = [
    { id: 'other-day', born: '1938-04-19' },
    { id: 'other-number', nhs: '9990000026' },
    { id: 'stranger', family: 'Quist', nhs: '9990000034', born: '1940-01-01' },
  ];
  const server = serverWith(people);
  const engine = await linkingEngine({ local: await localHome(), server });
  const [agnes] = (await opened(engine)).residents;
  assert.deepEqual(
    agnes?.candidates.map(({ resident, differs }) => [resident, differs]),
    [
      ['other-day', 'born'],
      ['other-number', 'nhs-number'],
    ],
  );
  for (const { id } of people)
    await assert.rejects(engine.link({ from: AGNES, to: id, intents: [PRESS], now: AT }), {
      code: 'bad-argument',
    });
  assert.equal((await engine.status(null)).unsent.total, 0);
  await engine.close();
});

test('(SPEC J2) two people with one number are no candidate, and one with another name is one with a warning', async () => {
  const twins = await linkingEngine({
    local: await localHome(),
    server: serverWith([{ id: 'one' }, { id: 'two' }]),
  });
  const [doubted] = (await opened(twins)).residents;
  assert.deepEqual(
    doubted?.candidates.map(({ differs }) => differs),
    ['two-people', 'two-people'],
  );
  await twins.close();
  const married = await linkingEngine({
    local: await localHome(),
    server: serverWith([{ id: 'agnes', family: 'Thornbury' }]),
  });
  const [agnes] = (await opened(married)).residents;
  assert.deepEqual(
    agnes?.candidates.map(({ differs, hasOtherName }) => [differs, hasOtherName]),
    [[null, true]],
  );
  await married.close();
});

test('(SPEC J2) a resident who was linked to one person is linked to no other', async () => {
  const local = await localHome();
  const first = await linkingEngine({ local, server: serverWith([{ id: 'agnes' }]) });
  await opened(first);
  await first.link({ from: AGNES, to: 'agnes', intents: [PRESS], now: AT });
  await first.close();
  const second = await linkingEngine({ local, server: serverWith([{ id: 'agnes-again' }]) });
  await opened(second);
  await assert.rejects(second.link({ from: AGNES, to: 'agnes-again', intents: [LATER], now: AT }), {
    code: 'bad-argument',
  });
  await second.close();
});

test('(SPEC J5) what the server refuses waits for a person, and stays in the local database', async () => {
  const local = await localHome();
  const server = serverWith([{ id: 'agnes' }]);
  const engine = createDeviceEngine({
    connect: () => ({
      async request(request) {
        const isWork = request.body?.includes('QuestionnaireResponse') === true;
        if (isWork)
          return { status: 422, headers: {}, text: '{"resourceType":"OperationOutcome","issue":[]}' };
        return server.request(request);
      },
    }),
    onChange: () => undefined,
    findLocal: () => ({ isThere: async () => true, open: async () => local }),
  });
  await engine.configure({
    fhirBaseUrl: BASE,
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: WITH_SERVER,
    deadlineMs: 2000,
    user: NURSE,
  });
  await opened(engine);
  await engine.link({ from: AGNES, to: 'agnes', intents: [PRESS], now: AT });
  for (;;) {
    const [waiting] = await engine.waiting(null);
    if (waiting?.state === 'rejected') break;
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  const { residents } = await opened(engine);
  assert.equal(residents[0]?.items.length, 2);
  await engine.close();
});

test('(SPEC J1) where there never was a local database, nothing is offered', async () => {
  const engine = await linkingEngine({ local: null, server: serverWith([]) });
  assert.deepEqual(await engine.linkable({ now: AT }), { state: 'none' });
  await engine.close();
});

test('(SPEC J3) an assessment of the kit is named by its title', async () => {
  const news2 = instruments.find(({ id }) => id === 'news2');
  assert.ok(news2);
  const form = formOfInstrument(news2);
  const draft = { ...draftOf(AGNES, 1, 'news'), form: { id: form.id, version: form.version }, answers: {} };
  const assessment = { draft, scores: [], totals: {}, problems: [], days: {}, finishedAt: AT, by };
  const signing = pressed({ kind: 'finish-assessment', assessment, form }, { n: 30 });
  const engine = await linkingEngine({
    local: await localHome([signing]),
    server: serverWith([{ id: 'agnes' }]),
  });
  const [agnes] = (await opened(engine)).residents;
  assert.equal(agnes?.items.at(-1)?.title, 'NEWS2');
  await engine.close();
});
