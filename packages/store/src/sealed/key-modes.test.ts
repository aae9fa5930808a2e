import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stayingKeeper, windowsKeeper } from '../keys/session-keeper.ts';
import { draft, operation, resource } from '../../test/samples.ts';
import { keeperFor, newName, openInSession, secretOf } from '../../test/opened.ts';
import { lookInto } from './look-into.ts';
import { openSealedStore, type SealedStoreOptions } from './open-sealed-store.ts';

const AT = '2026-11-21T10:00:00Z';
const SOURCE = { id: 'server', keep: 'yes' } as const;
const claim = { kind: 'move', to: 'sending', notBefore: 0, countAttempt: true } as const;

/** The store of a device, in a browser that was just started. */
const onDevice = (name: string, unlock?: SealedStoreOptions['unlock']) =>
  openSealedStore({
    name,
    mode: 'device',
    keeper: keeperFor({ secret: null }),
    ...(unlock ? { unlock } : {}),
  });

test('with a passphrase everything outlives the browser, and K5: a wrong one opens nothing and changes nothing', async () => {
  const name = newName();
  const nurse = { with: 'passphrase', sub: 'nurse-1', passphrase: 'correct horse battery staple' } as const;
  const first = await onDevice(name, nurse);
  assert.equal(first.lasts, 'device');
  const epoch = await first.leadership.begin();
  const changes = [{ resident: 'r', put: [resource('Goal', 'g', 1)], deleted: [], kinds: {} }];
  await first.records(SOURCE).apply({ epoch, changes, checkpoints: [] });
  await first.outbox.enqueue(operation('a'));
  first.close();
  await assert.rejects(onDevice(name, { ...nurse, passphrase: 'wrong horse battery staple' }), {
    code: 'forbidden',
  });
  const again = await onDevice(name, nurse);
  assert.equal((await again.records(SOURCE).read('r')).resources.length, 1);
  assert.deepEqual((await again.outbox.entries())[0]?.operation, operation('a'));
  again.close();
});

test('each person has a slot of their own, which another person who has unlocked gives, and which can be taken away', async () => {
  const name = newName();
  const first = await onDevice(name, secretOf('nurse-1', 1));
  await first.outbox.enqueue(operation('a'));
  await assert.rejects(onDevice(name, secretOf('nurse-2', 2)), { code: 'forbidden', message: /colleague/ });
  await first.addPerson(secretOf('nurse-2', 2));
  const second = await onDevice(name, secretOf('nurse-2', 2));
  assert.deepEqual((await second.outbox.entries())[0]?.operation, operation('a'));
  await second.removePerson('nurse-1');
  await assert.rejects(onDevice(name, secretOf('nurse-1', 1)), { code: 'forbidden' });
  first.close();
  second.close();
});

test('K6: while locked, records and clinical entries are unreadable, and counts still say what waits', async () => {
  const store = await onDevice(newName(), secretOf('nurse-1'));
  await store.outbox.enqueue(operation('a'));
  await store.outbox.enqueue(operation('worry', { class: 'escalation' }));
  await store.drafts.save(draft('d'), null, AT);
  store.lock();
  assert.equal(store.isLocked, true);
  await assert.rejects(store.records(SOURCE).read('resident-1'), { code: 'locked' });
  await assert.rejects(store.drafts.load('resident-1', 'cga'), { code: 'locked' });
  await assert.rejects(store.outbox.enqueue(operation('b')), { code: 'locked' });
  const { total, escalations } = await store.outbox.counts();
  assert.deepEqual([total, escalations], [2, 1]);
  await store.unlock(secretOf('nurse-1'));
  assert.equal((await store.drafts.load('resident-1', 'cga'))?.draft.id, 'd');
  store.close();
});

test('K6: an answer that arrives while records are locked is whole again after the unlock', async () => {
  const store = await onDevice(newName(), secretOf('nurse-1'));
  const { outbox } = store;
  const epoch = await store.leadership.begin();
  await outbox.enqueue(operation('a'));
  const n = (await outbox.entries())[0]?.n ?? 0;
  const sending = { at: AT, outcome: 'sending' };
  await outbox.change(n, ['queued'], epoch, { ...claim, attempt: sending });
  store.lock();
  const unknown = { at: AT, outcome: '503' };
  const move = { kind: 'move', notBefore: 0 } as const;
  await outbox.change(n, ['sending'], epoch, { ...move, to: 'unknown', attempt: unknown });
  const refused = { at: AT, outcome: '422' };
  const problem = { kind: 'refused', status: 422, outcome: 'No such code.' } as const;
  const changed = operation('a', { about: 'changed' });
  await outbox.change(n, ['unknown'], epoch, {
    ...move,
    to: 'rejected',
    attempt: refused,
    problem,
    operation: changed,
  });
  assert.equal((await outbox.entries())[0]?.operation, null, 'while locked it is not told');
  await store.unlock(secretOf('nurse-1'));
  const [entry] = await outbox.entries();
  assert.deepEqual(entry?.sent, [sending, unknown, refused]);
  assert.deepEqual([entry.state, entry.problem, entry.operation], ['rejected', problem, changed]);
  await outbox.change(n, ['rejected'], null, { ...move, to: 'queued', problem: null });
  const [again] = await outbox.entries();
  assert.deepEqual([again?.problem, again?.sent.length], [null, 3], 'once, and not again');
  store.close();
});

test('O5: while locked, an escalation is kept, read, sent and accepted, and its copy comes with the next pull', async () => {
  const store = await onDevice(newName(), secretOf('nurse-1'));
  const epoch = await store.leadership.begin();
  await store.outbox.enqueue(operation('a'));
  await store.outbox.enqueue(operation('worry-1', { class: 'escalation' }));
  store.lock();
  assert.equal(await store.outbox.enqueue(operation('worry-2', { class: 'escalation' })), 'kept');
  const entries = await store.outbox.entries();
  assert.deepEqual(
    entries.map(({ intent, operation: read }) => [intent, read?.class ?? null]),
    [
      ['a', null],
      ['worry-1', 'escalation'],
      ['worry-2', 'escalation'],
    ],
  );
  const n = entries[1]?.n ?? 0;
  assert.equal(await store.outbox.change(n, ['queued'], epoch, claim), true);
  const bodies = [resource('Task', 't', 1)];
  assert.equal(await store.outbox.change(n, ['sending'], epoch, { kind: 'accept', at: AT, bodies }), true);
  assert.equal((await store.outbox.acknowledgement('worry-1'))?.bodies.length, 1);
  await store.unlock(secretOf('nurse-1'));
  assert.equal((await store.outbox.acknowledgement('worry-1'))?.bodies.length, 1);
  store.close();
});

test('O5: an escalation pressed by one person is sent by another after a restart of the browser', async () => {
  const name = newName();
  const first = await onDevice(name, secretOf('carer-1', 1));
  await first.addPerson(secretOf('nurse-2', 2));
  await first.outbox.enqueue(operation('worry', { class: 'escalation' }));
  first.lock();
  first.close();
  const locked = await onDevice(name);
  assert.deepEqual((await locked.outbox.counts()).escalations, 1, 'before anybody has unlocked');
  assert.equal((await locked.outbox.entries())[0]?.operation, null);
  await locked.unlock(secretOf('nurse-2', 2));
  assert.equal((await locked.outbox.entries())[0]?.operation?.author.sub, 'nurse-1');
  locked.close();
});

test('memory mode: a lock drops the keys and loses nothing, and every receipt says that it ends with the window', async () => {
  const store = await openInSession(newName(), { secret: null });
  assert.equal(store.lasts, 'memory');
  await store.outbox.enqueue(operation('a'));
  store.lock();
  assert.equal((await store.outbox.entries())[0]?.operation, null);
  await store.unlock();
  assert.deepEqual((await store.outbox.entries())[0]?.operation, operation('a'));
  assert.equal((await store.drafts.save(draft('d'), null, AT)).where, 'memory');
  store.close();
});

test('memory mode: a new window gets the key from one that lives', async () => {
  const name = newName();
  const first = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  await first.outbox.enqueue(operation('a'));
  const second = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  first.close();
  const third = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  assert.deepEqual((await third.outbox.entries())[0]?.operation, operation('a'));
  assert.equal((await third.lost()).total, 0);
  second.close();
  third.close();
});

test('memory mode: a locked window gives no key away, and its data stay', async () => {
  const name = newName();
  const first = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  await first.outbox.enqueue(operation('a'));
  first.lock();
  await assert.rejects(openSealedStore({ name, mode: 'memory', keeper: windowsKeeper(20) }), {
    code: 'locked',
  });
  await first.unlock();
  assert.deepEqual((await first.outbox.entries())[0]?.operation, operation('a'));
  first.close();
});

test('memory mode: what was not sent when the last window closed is counted as lost until somebody was told', async () => {
  const name = newName();
  const first = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  await first.outbox.enqueue(operation('a'));
  await first.outbox.enqueue(operation('worry', { class: 'escalation' }));
  await first.drafts.save(draft('d'), null, AT);
  first.close();
  const next = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  const { total, escalations, drafts } = await next.lost();
  assert.deepEqual([total, escalations, drafts], [2, 1, 1]);
  assert.deepEqual(await next.outbox.entries(), [], 'nothing of it is taken for unsent');
  next.close();
  const later = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  assert.equal((await later.lost()).total, 2, 'nobody was told yet');
  await later.forgetLost();
  assert.equal((await later.lost()).total, 0);
  later.close();
});

test('K7: a keeper that stays keeps the session while nobody has the store open, and until it ends', async () => {
  const name = newName();
  const keeper = stayingKeeper(windowsKeeper());
  const first = await openSealedStore({ name, mode: 'memory', keeper });
  await first.outbox.enqueue(operation('a'));
  first.close();
  const second = await openSealedStore({ name, mode: 'memory', keeper });
  assert.deepEqual((await second.outbox.entries())[0]?.operation, operation('a'));
  second.close();
  keeper.end();
  const after = await openSealedStore({ name, mode: 'memory', keeper: windowsKeeper() });
  assert.equal((await after.lost()).total, 1);
  after.close();
});

test('a database to which nobody has keys yet opens in either mode', async () => {
  const name = newName();
  (await onDevice(name)).close();
  const store = await openInSession(name, { secret: null });
  await store.outbox.enqueue(operation('a'));
  assert.equal((await store.outbox.entries())[0]?.operation?.intent, 'a');
  store.close();
});

test('a database says without a key how it opens, what waits in it, and what was lost', async () => {
  const name = newName();
  assert.equal(await lookInto(name), null);
  assert.ok(!(await indexedDB.databases()).some((each) => each.name === name), 'none is made');
  const store = await onDevice(name, secretOf('nurse-1'));
  await store.outbox.enqueue(operation('a'));
  await store.outbox.enqueue(operation('worry', { class: 'escalation' }));
  await store.drafts.save(draft('d'), null, AT);
  store.close();
  const found = await lookInto(name);
  assert.deepEqual(
    [found?.mode, found?.hasPeople, found?.unsent.total, found?.unsent.escalations, found?.drafts],
    ['device', true, 2, 1, 1],
  );
  assert.equal(found?.lost.total, 0);
});

test('a device that keeps records under passphrases is not turned to memory mode in silence', async () => {
  const name = newName();
  (await onDevice(name, secretOf('nurse-1'))).close();
  await assert.rejects(openInSession(name, { secret: null }), { code: 'bad-configuration' });
});

test('K6, R7: a lock leaves nothing of a source that may not be kept, which is in memory without a key', async () => {
  const store = await onDevice(newName(), secretOf('nurse-1'));
  const records = store.records({ id: 'gp-connect', keep: 'no' });
  const epoch = await store.leadership.begin();
  const changes = [{ resident: 'r', put: [resource('Goal', 'g', 1)], deleted: [], kinds: {} }];
  await records.apply({ epoch, changes, checkpoints: [] });
  store.lock();
  await assert.rejects(records.read('r'), { code: 'locked' });
  await assert.rejects(records.members('home'), { code: 'locked' });
  await assert.rejects(records.apply({ epoch, changes, checkpoints: [] }), { code: 'locked' });
  await store.unlock(secretOf('nurse-1'));
  assert.equal((await records.read('r')).resources.length, 0);
  store.close();
});
