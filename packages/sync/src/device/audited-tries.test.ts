import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, listAt, textAt } from '@ehch/fhir';
import type { Store } from '@ehch/store';
import { AT, NURSE } from '../actions/actions.fixtures.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { SIGNED_IN, until, world } from './before-sign-in.fixtures.ts';
import { createDeviceEngine } from './device-engine.ts';
import { sealedStores } from './sealed-stores.ts';
import { storesWith } from './stores.fixtures.ts';

const SECRET = 'quiet rivers carry small boats';

/** The audit events in a store that wait, as their kind and what stopped them. */
async function auditedIn({ outbox }: Pick<Store, 'outbox'>): Promise<readonly string[]> {
  const waiting = (await outbox.entries()).flatMap(({ operation }) => operation ?? []);
  return waiting.flatMap(({ class: kind, about }) =>
    kind === 'audit' && isObject(about) ? [textAt(about, 'what') ?? ''] : [],
  );
}

/** The whole AuditEvents on a server. */
const onServer = ({ server }: Pick<ReturnType<typeof world>, 'server'>) =>
  server.repository
    .living('AuditEvent')
    .map(({ json }) => JSON.parse(json ?? '{}') as Readonly<Record<string, unknown>>);

for (const [status, kind] of [
  [403, 'refused'],
  [500, 'failed'],
] as const)
  test(`(SPEC U1) a view that the server answers with ${status} is audited as ${kind}, once`, async () => {
    let store: Store | null = null;
    const engine = createDeviceEngine({
      connect: () => ({ request: async () => ({ status, headers: {}, text: '' }) }),
      onChange: () => undefined,
      stores: storesWith((opened) => {
        ({ store } = opened);
        return opened;
      }),
    });
    await engine.configure(SIGNED_IN);
    const look = () => engine.openResident({ resident: 'one', now: AT });
    await until(look, ({ view }) => view.sections.identity.state !== 'loading');
    await look();
    assert.ok(store);
    assert.deepEqual(await auditedIn(store), [kind]);
    await engine.close();
  });

test('(SPEC U1) a wrong passphrase is audited at once while the home’s key is here, and else once somebody has the right one', async () => {
  const told = world();
  const keys = { keys: 'passphrase', deviceName: 'front desk' } as const;
  const configured: EngineConfiguration = { ...SIGNED_IN, ...keys };
  const before = told.engine(sealedStores());
  await before.configure(configured);
  await before.unlock({ secret: SECRET });
  await before.lock(null);
  assert.deepEqual(await before.unlock({ secret: 'somebody guesses these words' }), { state: 'wrong' });
  await until(
    async () => onServer(told),
    (events) => events.length === 1,
  );
  await before.close();

  const after = told.engine(sealedStores());
  await after.configure(configured);
  await after.unlock({ secret: 'somebody guesses these words' });
  await after.unlock({ secret: 'and tries some other words' });
  assert.equal(onServer(told).length, 1, 'no key is here to seal it with');
  await after.unlock({ secret: SECRET });
  const events = await until(
    async () => onServer(told),
    (all) => all.length === 3,
  );
  for (const event of events) {
    assert.equal(event['outcome'], '4');
    assert.equal(textAt(listAt(event, 'subtype')[0], 'code'), 'audit/unlock-refused');
    assert.doesNotMatch(JSON.stringify(event), /guesses|other words/);
  }
  await after.close();
});

test('(SPEC U3) a broken glass is on the server as an override, with the person’s reason', async () => {
  const told = world();
  const engine = told.engine(sealedStores());
  await engine.configure({ ...SIGNED_IN, user: { ...NURSE, organisation: 'Willow House' } });
  await engine.audit({ action: 'break-glass', resident: 'one', reason: 'Found on the floor', now: AT });
  const [event] = await until(
    async () => onServer(told),
    (all) => all.length === 1,
  );
  assert.equal(textAt(listAt(event, 'subtype')[0], 'code'), 'audit/break-glass');
  const [purpose] = listAt(event, 'purposeOfEvent');
  assert.equal(textAt(purpose, 'text'), 'Found on the floor');
  assert.equal(textAt(listAt(purpose, 'coding')[0], 'code'), 'BTG');
  await engine.close();
});

test('(SPEC U1) the audit names the PC beside the program', async () => {
  const told = world();
  const engine = told.engine(sealedStores());
  const user = { ...NURSE, organisation: 'Willow House' };
  await engine.configure({ ...SIGNED_IN, user, deviceName: 'front desk' });
  await engine.audit({ action: 'print', resident: 'one', reason: null, now: AT });
  const [event] = await until(
    async () => onServer(told),
    (all) => all.length === 1,
  );
  assert.match(JSON.stringify(event?.['source']), /"EHCH Kit[^"]*, front desk"/);
  await engine.close();
});

test('(SPEC U1) text that goes out about no record is not audited as a copy of the list of residents', async () => {
  const told = world();
  const engine = told.engine(sealedStores());
  const user = { ...NURSE, organisation: 'Elm House' };
  await engine.configure({ ...SIGNED_IN, user });
  const of = 'Report of an incident';
  await engine.audit({ action: 'copy', resident: null, of, reason: null, now: AT });
  const [event] = await until(
    async () => onServer(told),
    (all) => all.length === 1,
  );
  assert.match(JSON.stringify(event?.['entity']), new RegExp(of));
  assert.doesNotMatch(JSON.stringify(event), /Residents of/);
  await engine.close();
});
