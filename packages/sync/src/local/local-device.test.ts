import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { openMemoryStore, LOCAL_SOURCE, type Store } from '@ehch/store';
import { AT, draftOf, finish, PRESS } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from '../device/device-engine.ts';
import { storesWith } from '../device/stores.fixtures.ts';
import type { EngineSurface } from '../protocol.ts';
import { AGNES, adding, entered, forbiddenNetwork, LOCAL, OTHER, pressed } from './local.fixtures.ts';

/** A store in memory that says it outlives the browser, as one of passphrase mode does. */
function keptStore(): Store {
  return { ...openMemoryStore({ server: LOCAL_SOURCE }), lasts: 'device' };
}

/** The engine of a home without a server. The same store again is the same PC after a restart. */
async function engineOn(store: Store = keptStore()) {
  const network = forbiddenNetwork();
  const engine = createDeviceEngine({
    connect: network.connect,
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure(LOCAL);
  return { engine, store, asked: network.asked };
}

const view = async (engine: EngineSurface, resident = AGNES) =>
  (await engine.openResident({ resident, now: AT })).view.sections;

test('(SPEC N1) a place without a server asks for nothing at all, whatever is done there', async () => {
  const { engine, asked } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await engine.enqueue({ intent: finish(draftOf(AGNES)), now: AT });
  await engine.listResidents({ now: AT });
  await view(engine);
  await engine.refreshResident({ resident: AGNES, section: null, now: AT });
  await engine.tryNow(null);
  await engine.load({ go: true });
  await engine.audit({ action: 'print', resident: AGNES, reason: null, now: AT });
  const { server, sends } = await engine.status(null);
  assert.deepEqual([server, sends, asked], ['none', 'no-server', []]);
  await engine.close();
});

test('(SPEC N3) what is pressed is accepted here, and its receipt never says that it was sent', async () => {
  const { engine } = await engineOn();
  const added = await engine.enqueue({ intent: pressed(adding()), now: AT });
  assert.deepEqual(added, { state: 'saved-on-device', at: '2026-11-20T09:01:00Z', server: 'none' });
  const signed = await engine.enqueue({ intent: finish(draftOf(AGNES)), now: AT });
  assert.equal(signed.state, 'saved-on-device');
  const again = await engine.receiptsOf({ intents: [PRESS] });
  assert.deepEqual(again[PRESS], signed);
  const { unsent, waitingForPerson } = await engine.status(null);
  assert.deepEqual([unsent.total, waitingForPerson], [2, 0]);
  await engine.close();
});

test('(SPEC N4) a resident who was added is on the list, and on screen with name, number, home and room', async () => {
  const { engine } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  const { residents, incomplete } = await engine.listResidents({ now: AT });
  assert.equal(incomplete, false);
  assert.deepEqual(
    residents.map(({ resident, name, born, room }) => [resident, name?.family, born, room]),
    [[AGNES, 'Pell', '1938-04-09', '4']],
  );
  const { identity, allergies } = await view(engine);
  assert.ok(identity.state === 'known' && identity.content.kind === 'recorded');
  const { nhsNumber, stay } = identity.content.value;
  assert.equal(nhsNumber.state === 'unverified' && nhsNumber.value, '9990000018');
  assert.deepEqual([stay?.home, stay?.room], ['Rowan Court', '4']);
  // Nobody else has anything of her, so what is not here is not recorded. It neither loads nor has failed.
  assert.equal(allergies.state === 'known' && allergies.content.kind, 'not-recorded');
  await engine.close();
});

test('(SPEC N4) somebody alike is refused until a person has looked at each of them', async () => {
  const { engine } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  const alike = { given: ['Agness'], nhsNumber: null };
  const second = { resident: OTHER, n: 2 };
  const refused = await engine.enqueue({ intent: pressed(adding(alike), second), now: AT });
  assert.match(refused.state === 'refused' ? refused.why : '', /same NHS number or a similar name/);
  const taken = await engine.enqueue({ intent: pressed(adding(alike, [AGNES]), second), now: AT });
  assert.equal(taken.state, 'saved-on-device');
  const sameNumber = adding({ family: 'Quist', given: ['Bo'] });
  const third = await engine.enqueue({ intent: pressed(sameNumber, { resident: PRESS, n: 3 }), now: AT });
  assert.equal(third.state, 'refused');
  assert.equal((await engine.listResidents({ now: AT })).residents.length, 2);
  await engine.close();
});

test('(SPEC N4) a correction and a leaving change the list, and nothing that was recorded goes', async () => {
  const { engine } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await engine.enqueue({ intent: finish(draftOf(AGNES)), now: AT });
  const by = { name: 'Grace Mensah', role: 'carer' };
  const person = entered({ family: 'Pellow', born: '1938-04-19', nhsNumber: null, room: '7' });
  await engine.enqueue({
    intent: pressed({ kind: 'correct-resident', person, looked: [], by }, { n: 2 }),
    now: AT,
  });
  const { identity } = await view(engine);
  assert.ok(identity.state === 'known' && identity.content.kind === 'recorded');
  const { name, born, nhsNumber, stay } = identity.content.value;
  assert.deepEqual([name?.family, born, nhsNumber.state, stay?.room], ['Pellow', '1938-04-19', 'none', '7']);
  const left = { kind: 'resident-left', why: 'died', on: '2026-11-20', by } as const;
  await engine.enqueue({ intent: pressed(left, { n: 3 }), now: AT });
  assert.deepEqual((await engine.listResidents({ now: AT })).residents, []);
  const [resident] = await engine.localResidents({ now: AT });
  assert.deepEqual([resident?.name?.family, resident?.left], ['Pellow', { why: 'died', on: '2026-11-20' }]);
  const after = (await view(engine)).identity;
  assert.ok(after.state === 'known' && after.content.kind === 'recorded');
  assert.deepEqual(after.content.value.death, { state: 'died', on: '2026-11-20' });
  await engine.close();
});

test('(SPEC N3) a signature can be marked as entered in error on the same PC, and is shown no more', async () => {
  const { engine, store } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await engine.enqueue({ intent: finish(draftOf(AGNES)), now: AT });
  const by = { name: 'Grace Mensah', role: 'carer' };
  const mark = {
    kind: 'enter-in-error',
    finished: PRESS,
    draft: `${AGNES}-own`,
    reason: 'Wrong room',
    by,
  } as const;
  const receipt = await engine.enqueue({ intent: pressed(mark, { n: 2 }), now: AT });
  assert.equal(receipt.state, 'saved-on-device');
  const { resources } = await store.records(LOCAL_SOURCE).read(AGNES);
  const answers = resources.find(({ type }) => type === 'QuestionnaireResponse');
  assert.equal((JSON.parse(answers?.text ?? '{}') as { status?: string }).status, 'entered-in-error');
  await engine.close();
});

test('(SPEC N3) an entry that a crash left is accepted at the next start, once', async () => {
  const store = keptStore();
  const first = await engineOn(store);
  await first.engine.enqueue({ intent: pressed(adding()), now: AT });
  await first.engine.close();
  // The browser died between the two transactions.
  const half = pressed(adding({ family: 'Quist', given: ['Bo'], nhsNumber: null }), {
    resident: OTHER,
    n: 2,
  });
  const { operationOf } = await import('../actions/operation-of.ts');
  const writing = { user: LOCAL.user ?? null, clockOffsetMs: null, device: 'Test', source: LOCAL_SOURCE };
  await store.outbox.enqueue(await operationOf(store, half, writing));
  const { engine } = await engineOn(store);
  assert.deepEqual(
    (await engine.listResidents({ now: AT })).residents.map(({ name }) => name?.family),
    ['Pell', 'Quist'],
  );
  const again = await engine.enqueue({ intent: half, now: AT });
  assert.equal(again.state, 'saved-on-device');
  assert.equal((await engine.localResidents({ now: AT })).length, 2);
  await engine.close();
});

test('(SPEC N2) neither a sign-out nor many open residents take away the only copies', async () => {
  const { engine, store } = await engineOn({ ...openMemoryStore({ server: LOCAL_SOURCE }) });
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await engine.forget(null);
  await store.records(LOCAL_SOURCE).purge(AGNES, 'room-needed');
  const { identity } = await view(engine);
  assert.ok(identity.state === 'known' && identity.content.kind === 'recorded');
  const receipts = await engine.receiptsOf({ intents: [pressed(adding()).id] });
  assert.deepEqual(Object.values(receipts), [{ state: 'held-in-memory', server: 'none' }]);
  await engine.close();
});

test('(SPEC N1) audit events are kept, and stay', async () => {
  const { engine, store } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await view(engine);
  await engine.audit({ action: 'export', resident: null, reason: 'Moved to another PC', now: AT });
  const { audits, total } = await store.outbox.counts();
  assert.deepEqual([audits, total], [2, 2]);
  await engine.close();
});

test('(SPEC N3) a worry is refused in words: nobody would hear of it, and a receipt must not look as if somebody did', async () => {
  const { engine, store } = await engineOn();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  const entry: ThreadEntry = {
    id: PRESS,
    thread: PRESS,
    about: { kind: 'resident', resident: AGNES },
    by: { name: 'Grace Mensah', role: 'carer', side: 'home' },
    pressedAt: AT,
    clockOffsetMs: null,
    receivedAt: null,
    after: null,
    act: {
      kind: 'raise',
      matter: 'worry',
      urgency: 'now',
      words: 'Not herself',
      signs: ['worry'],
      since: '',
      observations: null,
      askedBy: { kind: 'presser' },
    },
  };
  const what = { kind: 'thread-entry', matter: 'worry', entry } as const;
  const intent = { id: PRESS, resident: AGNES, pressedAt: AT, what };
  const receipt = await engine.enqueue({ intent, now: AT });
  assert.match(receipt.state === 'refused' ? receipt.why : receipt.state, /nobody would hear of it/);
  assert.equal((await store.outbox.counts()).escalations, 0);
  await engine.close();
});
