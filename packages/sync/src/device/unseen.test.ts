import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FhirServer } from '@ehch/dev-server';
import { createFhirServer } from '@ehch/dev-server';
import { openMemoryStore } from '@ehch/store';
import { configuration as configurationOf, place } from '../../test/connected-engine.ts';
import { twoResidents } from '../../test/two-residents.ts';
import { AT, draftOf, finish, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { HttpRequest } from '../http/http.ts';
import { queuedLocks } from '../locks.ts';
import { createDeviceEngine, type DeviceEngine } from './device-engine.ts';
import { storesWith } from './stores.fixtures.ts';

const BASE = 'https://record.test/fhir';
const configuration = configurationOf(BASE, { user: NURSE });
const newServer = () => createFhirServer({ base: BASE, resources: twoResidents });

/** Asks until something holds, for ten seconds at most. */
async function within<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await ask();
    if (holds(value) || tries === 200) return value;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

const receiptIn = async (engine: DeviceEngine) =>
  (await engine.receiptsOf({ intents: [PRESS] }))[PRESS]?.state;

// A loss reaches the author as an entry that waits for a person, and the receipt no longer says “sent”.
test('what a restored server has lost is offered to its author, and is no longer “sent” (SPEC L7)', async () => {
  const backup = newServer();
  let server: FhirServer = newServer();
  const store = openMemoryStore();
  const engine = createDeviceEngine({
    connect: () => ({ request: async (request) => server.request(request) }),
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  const homes = { place: place({ kind: 'group', id: 'roster' }), copies: 'homes' } as const;
  await engine.configure({ ...configuration, ...homes });
  const checkpoint = () =>
    store.records({ id: 'server', keep: 'session' }).checkpoint('home', 'QuestionnaireResponse');
  await within(checkpoint, (held) => held !== null);
  await engine.enqueue({ intent: finish(draftOf('agnes')), now: AT });
  await within(
    () => receiptIn(engine),
    (state) => state === 'sent',
  );
  const again = async () => {
    await engine.tryNow(null);
    return [await checkpoint(), await store.settings.get('lost-writes')] as const;
  };
  await within(again, ([held]) => held?.highWater !== null);
  server = backup;
  const [, lost] = await within(again, ([, known]) => known !== undefined && known !== null);
  assert.deepEqual(lost, [PRESS], 'the loss was noticed');
  const [waiting] = await engine.waiting(null);
  assert.equal(waiting?.intent, PRESS);
  assert.notEqual(await receiptIn(engine), 'sent');
  await engine.close();
});

// A refused audit event is in front of nobody, and nobody may give it up: the audit cannot be switched off (SPEC U1).
test('a refused audit event is in no list and no count, open or locked, and nobody gives it up (SPEC U1)', async () => {
  const server = newServer();
  const store = openMemoryStore();
  const isAudit = ({ method, url, body }: HttpRequest) =>
    method !== 'GET' && `${url}${body ?? ''}`.includes('AuditEvent');
  const refusal = { status: 403, headers: {}, text: '{"resourceType":"OperationOutcome"}' };
  const engine = createDeviceEngine({
    connect: () => ({
      request: async (request) => (isAudit(request) ? refusal : server.request(request)),
    }),
    onChange: () => undefined,
    stores: storesWith((opened) => ({ ...opened, store })),
  });
  await engine.configure(configuration);
  await engine.audit({ action: 'print', resident: 'agnes', reason: null, now: AT });
  const [refused] = await within(
    () => store.outbox.entries(),
    ([entry]) => entry?.state === 'held',
  );
  assert.equal(refused?.state, 'held');
  const decision = { kind: 'discard', why: 'Nobody needs it.' } as const;
  await assert.rejects(engine.decide({ intent: refused.intent, decision, now: AT }), { code: 'not-found' });
  const listed = (await engine.waiting(null)).length;
  const open = (await engine.status(null)).waitingForPerson;
  await engine.lock(null);
  const locked = (await engine.status(null)).waitingForPerson;
  assert.deepEqual([listed, open, locked], [0, 0, 0]);
  await engine.close();
});

// Each window sends what its own person did, or the lead is handed over while only another window could send.
test('what one person did is sent while another person’s window leads (SPEC P5)', async () => {
  const server = newServer();
  const store = openMemoryStore();
  const locks = queuedLocks();
  const windowOf = () =>
    createDeviceEngine({
      connect: () => ({ request: async (request) => server.request(request) }),
      onChange: () => undefined,
      locks,
      stores: storesWith((opened) => ({ ...opened, store, name: 'db' })),
    });
  const [first, second] = [windowOf(), windowOf()];
  await first.configure({ ...configuration, user: { ...NURSE, sub: 'nurse-2', display: 'Ngozi Bell' } });
  await within(
    () => store.leadership.current(),
    (epoch) => epoch > 0,
  );
  await second.configure(configuration);
  await second.enqueue({ intent: finish(draftOf('agnes')), now: AT });
  const state = await within(
    () => receiptIn(second),
    (now) => now === 'sent',
  );
  await first.close();
  await second.close();
  assert.equal(state, 'sent');
});
