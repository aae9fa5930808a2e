import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT, draftOf, finish, LATER, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import { operation, created } from '../push/entries.fixtures.ts';
import { NOBODY } from '../nobody.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { memoryStores } from './memory-stores.ts';
import {
  ofNobodyIn,
  receiptIn,
  SIGNED_IN,
  SIGNED_OUT,
  until,
  whenSent,
  world,
} from './before-sign-in.fixtures.ts';

const OTHERS: EngineConfiguration = {
  ...SIGNED_OUT,
  user: { ...NURSE, sub: 'nurse-2', display: 'Ana Lima', organisation: 'Willow House' },
};
const DECIDED = { now: AT } as const;

/** One assessment was signed while nobody was signed in, and then somebody signs in. */
async function signedBefore(more: Partial<EngineConfiguration> = {}) {
  const { engine: engineOn, ...rest } = world();
  const stores = memoryStores();
  const engine = engineOn(stores);
  await engine.configure(SIGNED_OUT);
  await engine.saveDraft({ draft: draftOf('one', 2), revision: null, now: AT });
  await engine.enqueue({ intent: finish(draftOf('one', 2)), now: AT });
  await engine.configure({ ...SIGNED_IN, ...more });
  return { ...rest, engine, stores };
}

test('P15: what was signed before the sign-in is counted, listed with what it says, and not sent by itself', async () => {
  const { engine, count } = await signedBefore();
  assert.deepEqual(ofNobodyIn(await engine.status(null)), {
    total: 1,
    waitingForPerson: 1,
    ofNobody: { total: 1, lock: 'unlocked' },
    // A reload loses it, and the status says so.
    lasts: 'memory',
    lost: 0,
  });
  const [waiting] = await engine.waiting(null);
  assert.equal(waiting?.state, 'nobody-signed-in');
  assert.equal(waiting.title, 'Signed assessment: Own form');
  assert.equal(waiting.author, 'Sam Okafor');
  assert.deepEqual(waiting.fields, [{ label: 'How many?', before: null, mine: '2', theirs: null }]);
  await engine.enqueue({ intent: finish(draftOf('two'), LATER), now: AT });
  await whenSent(engine, LATER);
  assert.equal(count('QuestionnaireResponse'), 1, 'only that of the signed-in person');
  assert.equal((await receiptIn(engine, PRESS))?.state, 'held-in-memory');
  await engine.close();
});

test('P15: who takes it over becomes its author; the name on it stays, and it arrives once', async () => {
  const { engine, count, people } = await signedBefore({
    user: { ...NURSE, sub: 'n-3', display: 'Ana Lima' },
  });
  await engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'take-over' } });
  await whenSent(engine, PRESS);
  assert.equal(count('QuestionnaireResponse'), 1);
  assert.deepEqual(people(), ['author: Sam Okafor, nurse', 'author: Ana Lima']);
  assert.equal((await engine.status(null)).ofNobody, undefined);
  assert.deepEqual(await engine.waiting(null), []);
  await assert.rejects(engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'take-over' } }), {
    code: 'not-found',
  });
  await engine.close();
});

test('P15: who gives it up says why, and the receipt says so', async () => {
  const { engine, count } = await signedBefore();
  const giveUp = (why: string) =>
    engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'discard', why } });
  await assert.rejects(giveUp(' '), { code: 'bad-argument' });
  await giveUp('Tried out');
  const receipt = await receiptIn(engine, PRESS);
  assert.equal(receipt?.state, 'given-up');
  assert.deepEqual([receipt.by, receipt.why], ['Sam Okafor', 'Tried out']);
  assert.equal((await engine.status(null)).unsent.total, 0);
  assert.equal(count('QuestionnaireResponse'), 0);
  await engine.close();
});

test('P15: what a purge held back before the sign-in is sent by whoever decides so, and becomes theirs', async () => {
  const { engine, stores, people } = await signedBefore({ user: { ...NURSE, display: 'Ana Lima' } });
  const { store: beside } = await stores.open(SIGNED_OUT);
  await beside.records({ id: 'server', keep: 'session' }).purge('one', 'consent-withdrawn');
  assert.equal((await engine.waiting(null))[0]?.state, 'held');
  await engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'try-again' } });
  await whenSent(engine, PRESS);
  assert.deepEqual(people(), ['author: Sam Okafor, nurse', 'author: Ana Lima']);
  await engine.close();
});

test('P15: before anybody is signed in, nobody can take anything over', async () => {
  const { engine: engineOn } = world();
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_OUT);
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  assert.deepEqual(await engine.waiting(null), []);
  assert.equal((await engine.status(null)).waitingForPerson, 0);
  const taking = engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'take-over' } });
  await assert.rejects(taking, { code: 'not-found' });
  await engine.close();
});

test('P15: a person without an organisation shares the database of nobody, and takes over within it', async () => {
  const { engine, count, people } = await signedBefore({
    user: { ...NURSE, display: 'Ana Lima', organisation: null },
  });
  const { unsent, ofNobody, waitingForPerson } = await engine.status(null);
  assert.deepEqual([unsent.total, unsent.ofOthers, ofNobody?.total, waitingForPerson], [1, 0, 1, 1]);
  assert.equal((await engine.waiting(null))[0]?.state, 'nobody-signed-in');
  await engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'take-over' } });
  await whenSent(engine, PRESS);
  assert.equal(count('QuestionnaireResponse'), 1);
  assert.deepEqual(people(), ['author: Sam Okafor, nurse', 'author: Ana Lima']);
  await engine.close();
});

test('P15: an assessment and its "taken back" are decided together, so that no half of it is sent', async () => {
  const { engine: engineOn, server, count } = world();
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_OUT);
  const draft = draftOf('one');
  await engine.enqueue({ intent: finish(draft), now: AT });
  const by = { name: 'Sam Okafor', role: 'nurse' };
  const what = { kind: 'withdraw-assessment', finished: PRESS, draft, by } as const;
  await engine.enqueue({ intent: { id: LATER, resident: 'one', pressedAt: AT, what }, now: AT });
  await engine.configure(SIGNED_IN);
  assert.equal((await engine.waiting(null)).length, 2);
  await engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'take-over' } });
  await whenSent(engine, LATER);
  assert.equal(count('QuestionnaireResponse'), 1);
  assert.match(server.repository.living('QuestionnaireResponse')[0]?.json ?? '', /"entered-in-error"/);
  await engine.close();
});

test('P5, P15: a worry from before the sign-in is sent at once, by whoever is signed in', async () => {
  const { engine: engineOn, count, people } = world();
  const stores = memoryStores();
  const engine = engineOn(stores);
  await engine.configure(SIGNED_OUT);
  const { store } = await stores.open(SIGNED_OUT);
  const parts = [created('Communication', 'c1', { status: 'in-progress' })];
  const author = { ...NOBODY, display: 'Grace Mensah' };
  await store.outbox.enqueue(operation(PRESS, { class: 'escalation', resident: 'one', parts, author }));
  await engine.configure(SIGNED_IN);
  await whenSent(engine, PRESS);
  assert.equal(count('Communication'), 1);
  assert.deepEqual(people(), ['author: Grace Mensah', 'enterer: Sam Okafor']);
  await engine.close();
});

test('U1: what was seen before the sign-in is audited once somebody is signed in, in the name of nobody', async () => {
  const { engine: engineOn, server, count } = world();
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_OUT);
  await engine.audit({ action: 'print', resident: 'one', reason: null, now: AT });
  await engine.configure(SIGNED_IN);
  await until(
    async () => count('AuditEvent'),
    (events) => events === 1,
  );
  assert.match(server.repository.living('AuditEvent')[0]?.json ?? '', /Not signed in/);
  await engine.close();
});

test('P15: a crash at any point of taking over neither loses nor doubles it', async () => {
  for (const kills of ['before-keeping', 'before-leaving'] as const) {
    const { engine, stores, plug, count } = await signedBefore();
    plug.isIn = false;
    const { store: own } = await stores.open(SIGNED_IN);
    const { store: beside } = await stores.open(SIGNED_OUT);
    const [dying, call] = kills === 'before-keeping' ? [own, 'enqueue'] : [beside, 'change'];
    const lives = dying.outbox[call as 'enqueue'];
    Object.assign(dying.outbox, { [call]: () => Promise.reject(new Error('killed')) });
    const take = () => engine.decide({ ...DECIDED, intent: PRESS, decision: { kind: 'take-over' } });
    await assert.rejects(take(), /killed/);
    Object.assign(dying.outbox, { [call]: lives });
    await take();
    plug.isIn = true;
    await engine.tryNow(null);
    await whenSent(engine, PRESS);
    assert.equal(count('QuestionnaireResponse'), 1, kills);
    assert.equal((await engine.status(null)).unsent.total, 0, kills);
    await engine.close();
  }
});

test('a draft from before the sign-in is found in its form, and moves once the person goes on with it', async () => {
  const { engine: engineOn } = world();
  const engine = engineOn(memoryStores());
  const load = () => engine.loadDraft({ resident: 'one', form: 'own' });
  await engine.configure(SIGNED_OUT);
  await engine.saveDraft({ draft: draftOf('one', 2), revision: null, now: AT });
  await engine.configure(SIGNED_IN);
  const found = await load();
  assert.deepEqual(found?.draft, draftOf('one', 2));
  assert.equal((await engine.listDrafts({ resident: 'one' })).length, 1);
  const stale = await engine.saveDraft({ draft: draftOf('one', 3), revision: 'another', now: AT });
  assert.equal(stale.where, 'overtaken', 'nobody overwrites what was saved meanwhile');
  await engine.saveDraft({ draft: draftOf('one', 3), revision: found.revision ?? null, now: AT });
  assert.deepEqual((await load())?.draft, draftOf('one', 3));
  await engine.configure(SIGNED_OUT);
  assert.equal(await load(), null);
  await engine.configure(SIGNED_IN);
  await engine.enqueue({ intent: finish(draftOf('one', 3)), now: AT });
  assert.equal(await load(), null, 'signed, and not there again');
  await engine.close();
});

test('what was not sent outlives a change of person, and no other organisation sees it', async () => {
  const { engine: engineOn, plug, count } = world();
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_IN);
  plug.isIn = false;
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  await engine.configure(OTHERS);
  assert.equal((await engine.status(null)).unsent.total, 0);
  assert.deepEqual(await engine.receiptsOf({ intents: [PRESS] }), {});
  await engine.configure({ ...SIGNED_IN, user: { ...NURSE, sub: 'nurse-3', display: 'Ana Lima' } });
  assert.deepEqual((await engine.status(null)).unsent.ofOthers, 1);
  plug.isIn = true;
  await engine.configure(SIGNED_IN);
  await whenSent(engine, PRESS);
  assert.equal(count('QuestionnaireResponse'), 1);
  await engine.close();
});

test('O5: a screen to which nobody is signed in still counts what an organisation has not sent, and says no more', async () => {
  const { engine: engineOn, plug } = world();
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_IN);
  plug.isIn = false;
  await engine.enqueue({ intent: finish(draftOf('one')), now: AT });
  await engine.configure(SIGNED_OUT);
  const { unsent, waitingForPerson } = await engine.status(null);
  assert.deepEqual([unsent.total, unsent.ofOthers, waitingForPerson], [1, 1, 0]);
  assert.deepEqual(await engine.waiting(null), []);
  await engine.configure(OTHERS);
  assert.equal((await engine.status(null)).unsent.total, 0, 'another organisation hears nothing of it');
  await engine.close();
});

test('a user without a subject is refused, because that would be nobody', async () => {
  const { engine: engineOn } = world();
  const engine = engineOn(memoryStores());
  await engine.configure(SIGNED_IN);
  await assert.rejects(engine.configure({ ...SIGNED_IN, user: { ...NURSE, sub: ' ' } }), {
    code: 'bad-configuration',
  });
  assert.equal((await engine.status(null)).sends, 'not-known-yet', 'the one before goes on');
  await engine.close();
});
