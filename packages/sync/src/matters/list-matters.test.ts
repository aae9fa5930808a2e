import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent, HomeMatters } from '@ehch/clinical';
import { unsentRaising, type About, type Actor, type Thread, type ThreadAct } from '@ehch/clinical/thread';
import { createFhirServer, type FhirServer } from '@ehch/dev-server';
import { EhchError } from '@ehch/clinical';
import { place as placeOf } from '../../test/connected-engine.ts';
import { home, MINUTE } from '../../test/pulling.ts';
import { createDeviceEngine, type DeviceEngine } from '../device/device-engine.ts';
import { until } from '../device/device.fixtures.ts';
import type { Http } from '../http/http.ts';
import { deviceTiming } from '../timing.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';

const BASE = 'https://record.test/fhir';
const NOW = '2026-11-21T09:30:00Z';
const CARER: Actor = { name: 'Sam Okafor', role: 'carer', side: 'home' };
const GP: Actor = { name: 'Dr Asha Rao', role: 'GP', side: 'practice' };
/** In minutes. */
const DAYS = 1440;
const AGNES: About = { kind: 'resident', resident: 'agnes' };
const STRANGER: About = {
  kind: 'unlisted',
  person: { name: 'Joan Bell', born: null, room: '7', home: 'home' },
};
const id = (place: number) => `5d6a2f7e-0c1b-4a3d-9e8f-1a2b3c4d5e${String(place).padStart(2, '0')}`;
const RAISE: ThreadAct = {
  kind: 'raise',
  matter: 'worry',
  urgency: 'same-day',
  words: 'Not herself.',
  signs: [],
  since: '',
  observations: null,
  askedBy: { kind: 'presser' },
};

interface Side {
  readonly engine: DeviceEngine;
  readonly plug: { isIn: boolean };
  press(place: number, act: ThreadAct, on?: { about?: About; thread?: number }): Promise<void>;
  matters(ready: (matters: HomeMatters) => boolean): Promise<HomeMatters>;
  /** Time passes on this PC, so that everything is due again. */
  pass(minutes: number): void;
}

/** One PC of one side, with the server that both sides share. */
async function pc(server: FhirServer, by: Actor, more: Partial<EngineConfiguration> = {}): Promise<Side> {
  const plug = { isIn: true };
  const http: Http = {
    async request(request) {
      if (!plug.isIn) throw new EhchError('unreachable', 'The plug is pulled.');
      return server.request(request);
    },
  };
  const device = deviceTiming();
  let ahead = Date.parse(NOW) - device.now();
  const timing = { ...device, now: () => device.now() + ahead };
  const engine = createDeviceEngine({ connect: () => http, onChange: () => undefined, timing });
  await engine.configure({
    fhirBaseUrl: BASE,
    network: { by: 'engine', token: false },
    sourceLabel: 'test',
    place: placeOf({ kind: 'group', id: 'roster' }),
    deadlineMs: 2000,
    user: { sub: by.name, display: by.name, reference: null, role: by.role, organisation: null },
    copies: 'homes',
    ...more,
  });
  let clock = Date.parse(NOW);
  // Each question comes later, so that what is asked for again in time is asked for.
  const now = () => new Date((clock += 20_000)).toISOString();
  return {
    engine,
    plug,
    pass(minutes) {
      ahead += minutes * MINUTE;
      clock += minutes * MINUTE;
    },
    async press(place, act, { about = AGNES, thread = place } = {}) {
      const pressedAt = now();
      const entry = {
        id: id(place),
        thread: id(thread),
        about,
        by,
        pressedAt,
        clockOffsetMs: 0,
        receivedAt: null,
        after: place === thread ? null : id(place - 1),
        act,
      };
      const resident = about.kind === 'resident' ? about.resident : null;
      const what: CareIntent['what'] = { kind: 'thread-entry', matter: 'worry', entry };
      await engine.enqueue({ intent: { id: entry.id, resident, pressedAt, what }, now: pressedAt });
      await until(
        async () => (await engine.receiptsOf({ intents: [entry.id] }))[entry.id],
        (receipt) => receipt !== undefined && (receipt.state === 'sent') === plug.isIn,
      );
    },
    matters: (ready) =>
      until(async () => {
        // The pull looks once a minute. A test asks it to look now.
        await engine.tryNow(null);
        return engine.listMatters({ now: now() });
      }, ready),
  };
}

async function both(more: Partial<EngineConfiguration> = {}) {
  const server = createFhirServer({ base: BASE, resources: home });
  return { server, carers: await pc(server, CARER), practice: await pc(server, GP, more) };
}

const threads = ({ residents }: HomeMatters): readonly Thread[] =>
  residents.flatMap(({ sections: { open } }) =>
    open.state === 'known' && open.content.kind === 'recorded'
      ? open.content.value.flatMap(({ thread }) => thread ?? [])
      : [],
  );
const unlisted = ({ homes }: HomeMatters): readonly Thread[] =>
  homes.flatMap(({ unlisted: section }) =>
    section.state === 'known' && section.content.kind === 'recorded' ? section.content.value : [],
  );
const gapsOf = (home: HomeMatters['homes'][number] | undefined) =>
  home?.unlisted.state === 'known' ? home.unlisted.gaps : [];
const isRead = ({ homes: [first] }: HomeMatters) =>
  first?.state.state === 'read' && first.state.notRead === 0 && first.unlisted.state === 'known';

test('a home’s list names each resident with a thread, from the copies on the device, also without a network', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE);
  const found = await practice.matters((matters) => threads(matters).length === 1);
  assert.deepEqual(
    found.residents.map(({ resident }) => resident),
    ['agnes'],
  );
  assert.deepEqual(Object.keys(found.residents[0]?.sections ?? {}).toSorted(), [
    'identity',
    'limits',
    'news2',
    'open',
  ]);
  practice.plug.isIn = false;
  assert.equal(threads(await practice.matters(() => true)).length, 1);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('E9: what was pressed while the plug was out is in the home’s own list, says so, and then is sent', async () => {
  const { carers, practice } = await both();
  await carers.matters(isRead);
  await practice.matters(isRead);
  carers.plug.isIn = false;
  await carers.press(1, RAISE);
  await carers.press(2, RAISE, { about: STRANGER });
  const found = await carers.matters(() => true);
  assert.deepEqual(
    [...threads(found), ...unlisted(found)].map((thread) => [thread.id, unsentRaising(thread) === null]),
    [
      [id(1), false],
      [id(2), false],
    ],
  );
  assert.deepEqual(threads(await practice.matters(() => true)), []);
  carers.plug.isIn = true;
  const isSent = (matters: HomeMatters) =>
    [...threads(matters), ...unlisted(matters)].filter((thread) => unsentRaising(thread) === null).length ===
    2;
  for (const side of [carers, practice]) assert.equal(threads(await side.matters(isSent)).length, 1);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a thread that was withdrawn is in the list as withdrawn, and what is pressed on it is seen on both sides', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE);
  await practice.matters((matters) => threads(matters).length === 1);
  await practice.press(2, { kind: 'take' }, { thread: 1 });
  const taken = await carers.matters((matters) => (threads(matters)[0]?.taken ?? null) !== null);
  assert.equal(threads(taken)[0]?.taken?.by.name, GP.name);
  await carers.press(3, { kind: 'withdraw', why: 'wrong-resident', words: '' }, { thread: 1 });
  const withdrawn = await practice.matters(({ residents }) => residents[0]?.ended?.length === 1);
  assert.equal(threads(withdrawn).length, 0);
  assert.equal(withdrawn.residents[0]?.ended?.[0]?.ending.state, 'withdrawn');
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a worry about somebody off the list reaches the practice, and no resident’s record until a person links it', async () => {
  const { carers, practice, server } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE, { about: STRANGER });
  const found = await practice.matters((matters) => unlisted(matters).length === 1);
  assert.deepEqual(unlisted(found)[0]?.about, STRANGER);
  assert.deepEqual(threads(found), []);
  await practice.press(2, { kind: 'link', resident: 'bertha' }, { about: STRANGER, thread: 1 });
  await practice.matters((matters) => unlisted(matters).length === 0);
  const linked = await until(
    () => practice.engine.openResident({ resident: 'bertha', now: NOW }),
    ({ view }) => view.sections.open.state === 'known' && view.sections.open.content.kind === 'recorded',
  );
  const { open } = linked.view.sections;
  const thread =
    open.state === 'known' && open.content.kind === 'recorded' ? open.content.value[0]?.thread : null;
  assert.deepEqual(thread?.about, { kind: 'resident', resident: 'bertha' });
  // The server still has no subject: a wrong link can be corrected, and no other system reads it as hers.
  const raw = server.request({ method: 'GET', url: `${BASE}/Communication?_count=10`, headers: {} });
  assert.equal(raw.text.includes('"subject"'), false);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a linked worry stays in the list under whom it was linked to, and goes along when the link is corrected', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE, { about: STRANGER });
  await practice.matters((matters) => unlisted(matters).length === 1);
  const under = (resident: string) => (matters: HomeMatters) =>
    threads(matters).some(({ about }) => about.kind === 'resident' && about.resident === resident);
  await practice.press(2, { kind: 'link', resident: 'bertha' }, { about: STRANGER, thread: 1 });
  const linked = await practice.matters(under('bertha'));
  assert.deepEqual(
    linked.residents.map(({ resident }) => resident),
    ['bertha'],
  );
  await practice.press(3, { kind: 'link', resident: 'agnes' }, { about: STRANGER, thread: 1 });
  const corrected = await practice.matters(under('agnes'));
  assert.deepEqual(
    corrected.residents.map(({ resident }) => resident),
    ['agnes'],
  );
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a worry that was linked to somebody whom no list has is said to be missing, not left out', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE, { about: STRANGER });
  await practice.press(2, { kind: 'link', resident: 'left-long-ago' }, { about: STRANGER, thread: 1 });
  const found = await practice.matters(({ homes: [first] }) => gapsOf(first).length > 0);
  assert.deepEqual(gapsOf(found.homes[0]), [
    { why: 'more', what: '1 thread that was linked to somebody who is on no list here' },
  ]);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('worse whose matter has not arrived is in the list, and a message that cannot be read is not "none"', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  await carers.press(2, { kind: 'worse', words: 'Breathing fast.' }, { thread: 1 });
  const found = await practice.matters(({ residents }) => residents.length === 1);
  assert.equal(found.residents[0]?.resident, 'agnes');
  await carers.press(4, { kind: 'take' }, { about: STRANGER, thread: 3 });
  const half = await practice.matters(({ homes: [first] }) => gapsOf(first).length > 0);
  assert.match(gapsOf(half.homes[0])[0]?.what ?? '', /whose matter has not arrived/);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a resident who leaves the home’s list with an open thread stays in the list of threads until it has ended (SPEC L18)', async () => {
  const { carers, practice, server } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE);
  await practice.matters((matters) => threads(matters).length === 1);
  const [, , group] = home;
  assert.ok(group?.resourceType === 'Group');
  const members = group['member'] as readonly { entity: { reference: string } }[];
  server.load([{ ...group, member: members.filter(({ entity }) => entity.reference !== 'Patient/agnes') }]);
  const isOff = ({ onTheList }: HomeMatters) => onTheList.every(({ resident }) => resident !== 'agnes');
  for (const side of [practice, carers]) {
    side.pass(16);
    const left = await side.matters((matters) => isOff(matters) && isRead(matters));
    assert.deepEqual(
      left.residents.map(({ resident }) => resident),
      ['agnes'],
    );
    assert.deepEqual(
      [threads(left).length, left.homes[0]?.state],
      [1, { ...left.homes[0]?.state, residents: 1 }],
    );
    const roster = await side.engine.listResidents({ now: NOW });
    assert.ok(roster.residents.every(({ resident }) => resident !== 'agnes'));
  }
  // What the other side presses on it still arrives.
  await practice.press(2, { kind: 'take' }, { thread: 1 });
  await carers.matters((matters) => (threads(matters)[0]?.taken ?? null) !== null);
  // Once it has been out of sight for days, nothing of the resident is kept here.
  await carers.press(3, { kind: 'withdraw', why: 'not-needed', words: '' }, { thread: 1 });
  await practice.matters((matters) => threads(matters).length === 0);
  practice.pass(5 * DAYS);
  await practice.matters(({ residents }) => residents.length === 0);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a thread of another version, which nobody here can read, makes its resident one that was not read', async () => {
  const { server, practice } = await both();
  await practice.matters(isRead);
  server.load([
    {
      resourceType: 'Communication',
      id: 'newer',
      status: 'completed',
      subject: { reference: 'Patient/agnes' },
      category: [{ coding: [{ system: 'https://ehch-kit.example/CodeSystem/thread-act', code: 'summon' }] }],
    },
  ]);
  await practice.matters(({ homes: [first] }) => first?.state.state === 'read' && first.state.notRead === 1);
  await practice.engine.close();
});

test('of another home’s list nobody off it is asked for', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  const elsewhere: About = { ...STRANGER, person: { ...STRANGER.person, home: 'elm-lodge' } };
  await carers.press(1, RAISE, { about: elsewhere });
  await carers.press(2, RAISE, { about: STRANGER });
  const found = await practice.matters((matters) => unlisted(matters).length > 0);
  assert.deepEqual(
    unlisted(found).map(({ about }) => about),
    [STRANGER],
  );
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('a page that copies opened residents alone says that it cannot list the home, and still lists those off it', async () => {
  const { carers, practice } = await both({ copies: 'opened' });
  await carers.press(1, RAISE);
  await carers.press(2, RAISE, { about: STRANGER });
  const found = await practice.matters((matters) => unlisted(matters).length === 1);
  assert.deepEqual(found.homes[0]?.state, { state: 'not-copied' });
  assert.deepEqual(found.residents, []);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});

test('where nothing was ever read, nothing is claimed: neither of the home nor of people off its list', async () => {
  const server = createFhirServer({ base: BASE, resources: home });
  const practice = await pc(server, GP);
  practice.plug.isIn = false;
  const found = await practice.matters(({ homes: [first] }) => first?.unlisted.state === 'failed');
  assert.notEqual(found.homes[0]?.state.state, 'read');
  await practice.engine.close();
});

test('after a sign-out nothing of a list stays', async () => {
  const { carers, practice } = await both();
  await practice.matters(isRead);
  await carers.press(1, RAISE, { about: STRANGER });
  await practice.matters((matters) => unlisted(matters).length === 1);
  practice.plug.isIn = false;
  await practice.engine.forget(null);
  const after = await practice.matters(() => true);
  assert.deepEqual([threads(after), unlisted(after), after.onTheList], [[], [], []]);
  await Promise.all([carers.engine.close(), practice.engine.close()]);
});
