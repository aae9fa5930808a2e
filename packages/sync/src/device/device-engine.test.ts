import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { AT, draftOf, finish } from '../actions/actions.fixtures.ts';
import type { Http } from '../http/http.ts';
import type { EngineSurface } from '../protocol.ts';
import { openMemoryStore } from '@ehch/store';
import { queuedLocks } from '../locks.ts';
import { createDeviceEngine } from './device-engine.ts';
import { configuration, count, PLACE, pluggable, receiptOf, until } from './device.fixtures.ts';
import { memoryStores } from './memory-stores.ts';
import { storesWith } from './stores.fixtures.ts';

function engineOn(http: Http): EngineSurface {
  return createDeviceEngine({ connect: () => http, onChange: () => undefined });
}

test('I1: what somebody signed arrives once, and its receipt says that nobody has seen it', async () => {
  const { server, http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  const first = await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  assert.equal(first.state, 'held-in-memory');
  await until(
    () => receiptOf(engine),
    (receipt) => receipt?.state === 'sent',
  );
  assert.equal(count(server, 'QuestionnaireResponse'), 1);
  await until(
    () => engine.status(null),
    ({ unsent, sends }) => unsent.total === 0 && sends === 'yes',
  );
});

test('P2: with the plug pulled nothing is lost, and with the plug back it arrives once', async () => {
  const { server, plug, http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  plug.isIn = false;
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  const status = await until(
    () => engine.status(null),
    ({ server: state }) => state === 'unreachable',
  );
  assert.deepEqual(status.unsent, { total: 1, escalations: 0, unknown: 0, ofOthers: 0 });
  assert.equal((await receiptOf(engine))?.state, 'held-in-memory');
  plug.isIn = true;
  await engine.tryNow(null);
  await until(
    () => receiptOf(engine),
    (receipt) => receipt?.state === 'sent',
  );
  assert.equal(count(server, 'QuestionnaireResponse'), 1);
});

test('P5: without a user everything is kept, nothing is sent, and the status says so', async () => {
  const { server, http } = pluggable();
  const engine = engineOn(http);
  await engine.configure({ ...configuration, user: null });
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  const { sends, unsent } = await engine.status(null);
  assert.equal(sends, 'nobody-signed-in');
  assert.equal(unsent.total, 1);
  assert.equal(count(server, 'QuestionnaireResponse'), 0);
});

test('U1: a view on screen is audited once, and its AuditEvent names who saw whom', async () => {
  const { server, http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  const open = () => engine.openResident({ resident: 'one', now: AT });
  await until(open, ({ view }) => view.sections.identity.state === 'known');
  await open();
  await until(
    async () => count(server, 'AuditEvent'),
    (events) => events > 0,
  );
  assert.equal(count(server, 'AuditEvent'), 1);
  const [event] = server.repository.living('AuditEvent');
  assert.match(event?.json ?? '', /Sam Okafor/);
  assert.match(event?.json ?? '', /Patient\/one/);
});

test('U1: audit events are no unsent work of anybody', async () => {
  const { plug, http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  plug.isIn = false;
  await engine.audit({ action: 'print', resident: 'one', reason: null, now: AT });
  assert.equal((await engine.status(null)).unsent.total, 0);
});

test('the time of the last look is remembered for each person', async () => {
  const { http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  assert.equal(await engine.look({ resident: 'one', now: AT }), null);
  assert.equal(await engine.look({ resident: 'one', now: '2026-11-21T09:00:00Z' }), AT);
  assert.equal(await engine.look({ resident: 'two', now: AT }), null);
});

test('before a configuration the engine says so, and its status claims nothing', async () => {
  const engine = engineOn(pluggable().http);
  await assert.rejects(engine.openResident({ resident: 'one', now: AT }), { code: 'bad-configuration' });
  assert.equal((await engine.status(null)).sends, 'not-known-yet');
});

test('an engine that was closed gives up its lead, and sends nothing more in the name of who has left', async () => {
  const { server, plug, http } = pluggable();
  const locks = queuedLocks();
  let isClosed = false;
  const engine = createDeviceEngine({
    connect: () => http,
    onChange: () => undefined,
    locks,
    stores: storesWith((opened) => ({ ...opened, name: 'db', close: () => (isClosed = true) })),
  });
  await engine.configure(configuration);
  plug.isIn = false;
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  await engine.close();
  plug.isIn = true;
  await locks.exclusive('ehch-sync:db', async () => undefined);
  assert.equal(isClosed, true);
  assert.equal(count(server, 'QuestionnaireResponse'), 0);
  await assert.rejects(engine.waiting(null), { code: 'bad-configuration' });
});

test('of two configurations at the same time, the first ends before the second begins', async () => {
  const { http } = pluggable();
  const open = new Set<string>();
  const engine = createDeviceEngine({
    connect: () => http,
    onChange: () => undefined,
    stores: storesWith((opened, { sourceLabel }) => {
      open.add(sourceLabel);
      return { ...opened, close: () => open.delete(sourceLabel) };
    }),
  });
  await Promise.all([
    engine.configure({ ...configuration, sourceLabel: 'first' }),
    engine.configure({ ...configuration, sourceLabel: 'second' }),
  ]);
  assert.deepEqual([...open], ['second']);
  await engine.close();
});

test('U1: after a lock the next view is audited again, because somebody else may sit there', async () => {
  const { server, http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  const open = () => engine.openResident({ resident: 'one', now: AT });
  await until(open, ({ view }) => view.sections.identity.state === 'known');
  await engine.lock(null);
  await engine.unlock({ secret: 'c2VjcmV0' });
  await until(open, ({ view }) => view.sections.identity.state === 'known');
  await until(
    async () => count(server, 'AuditEvent'),
    (events) => events === 2,
  );
});

test('U1: a view whose audit event could not be kept is audited at the next look', async () => {
  const { server, http } = pluggable();
  let isFull = true;
  const engine = createDeviceEngine({
    connect: () => http,
    onChange: () => undefined,
    stores: storesWith((opened) => {
      const { outbox } = opened.store;
      const enqueue: typeof outbox.enqueue = async (operation) => {
        if (isFull) throw new EhchError('not-kept', 'The disk is full.');
        return outbox.enqueue(operation);
      };
      const full = new Proxy(outbox, {
        get: (all, name) => (name === 'enqueue' ? enqueue : Reflect.get(all, name).bind(all)),
      });
      return { ...opened, store: { ...opened.store, outbox: full } };
    }),
  });
  await engine.configure(configuration);
  const open = () => engine.openResident({ resident: 'one', now: AT });
  await until(open, ({ view }) => view.sections.identity.state === 'known');
  isFull = false;
  await open();
  await until(
    async () => count(server, 'AuditEvent'),
    (events) => events === 1,
  );
});

test('K6: while locked, what waits is not listed as damaged: nobody may give up unread what can be read again', async () => {
  const engine = createDeviceEngine({
    connect: () => pluggable().http,
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, isLocked: () => true })),
  });
  await engine.configure(configuration);
  await assert.rejects(engine.waiting(null), { code: 'locked' });
});

test('K6: without a database on the disk a lock takes records, drafts and lists away as well', async () => {
  const { http } = pluggable();
  const engine = engineOn(http);
  await engine.configure(configuration);
  await engine.saveDraft({ draft: draftOf('one'), revision: null, now: AT });
  await engine.lock(null);
  assert.equal((await engine.status(null)).lock, 'locked');
  const locked = { code: 'locked' };
  await assert.rejects(engine.openResident({ resident: 'one', now: AT }), locked);
  await assert.rejects(engine.loadDraft({ resident: 'one', form: 'own' }), locked);
  await assert.rejects(engine.waiting(null), locked);
  await engine.unlock({ secret: '' });
  assert.equal((await engine.loadDraft({ resident: 'one', form: 'own' }))?.draft.id, 'one-own');
});

test('a home’s list and a resident come from this device after a restart without a network, with their age', async () => {
  const { server, plug, http } = pluggable();
  server.load([
    {
      resourceType: 'Group',
      id: 'g',
      type: 'person',
      actual: true,
      member: [{ entity: { reference: 'Patient/one' } }],
    },
  ]);
  const opened = await memoryStores().open(configuration);
  const start = async (): Promise<EngineSurface> => {
    const engine = createDeviceEngine({
      connect: () => http,
      onChange: () => undefined,
      stores: storesWith(() => opened),
    });
    await engine.configure({ ...configuration, place: PLACE, copies: 'homes' });
    return engine;
  };
  const before = await start();
  await until(
    () => opened.store.records({ id: 'server', keep: 'session' }).members('home'),
    (members) => members !== null,
  );
  await until(
    () => before.openResident({ resident: 'one', now: AT }),
    ({ view }) => view.sections.identity.state === 'known',
  );
  plug.isIn = false;
  const after = await start();
  const list = await after.listResidents({ now: AT });
  assert.deepEqual(
    list.residents.map(({ resident, name }) => [resident, name?.family]),
    [['one', 'Farrow']],
  );
  const { view } = await after.openResident({ resident: 'one', now: AT });
  assert.equal(view.sections.identity.state, 'known');
});

test('R6: where the homes are copied, a list comes from the cards, and asks the server nothing', async () => {
  const { server, http } = pluggable();
  const member = [{ entity: { reference: 'Patient/one' } }];
  server.load([{ resourceType: 'Group', id: 'g', type: 'person', actual: true, member }]);
  const store = openMemoryStore();
  const lists: string[] = [];
  const engine = createDeviceEngine({
    connect: () => ({
      request(request, stop) {
        if (request.url.includes('/Group/')) lists.push(request.url);
        return http.request(request, stop);
      },
    }),
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure({ ...configuration, place: PLACE, copies: 'homes' });
  await until(
    () => store.records({ id: 'server', keep: 'session' }).cards('home'),
    (kept) => kept?.cards.length === 1,
  );
  const asked = lists.length;
  const asOf = (await store.records({ id: 'server', keep: 'session' }).members('home'))?.asOf ?? AT;
  const list = await engine.listResidents({ now: asOf });
  assert.deepEqual(
    list.residents.map(({ resident, name, room }) => [resident, name?.family, room]),
    [['one', 'Farrow', null]],
  );
  assert.deepEqual([list.asOf, list.incomplete, lists.length], [asOf, false, asked]);
  const later = new Date(Date.parse(asOf) + 3_600_000).toISOString();
  await engine.listResidents({ now: later });
  assert.equal(lists.length, asked + 1, 'an old list is read from the server');
  await engine.close();
});

test('a clock that is an hour wrong is told', async () => {
  const { http } = pluggable();
  const hourAhead: Http = {
    async request(request) {
      const response = await http.request(request);
      return {
        ...response,
        headers: { ...response.headers, date: new Date(Date.now() + 3_600_000).toUTCString() },
      };
    },
  };
  const engine = engineOn(hourAhead);
  await engine.configure(configuration);
  await engine.openResident({ resident: 'one', now: AT });
  const { clockOffsetMs } = await until(
    () => engine.status(null),
    ({ clockOffsetMs: known }) => known !== undefined,
  );
  assert.equal(clockOffsetMs, 3_600_000);
});
