import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Store } from '@ehch/store';
import { AT } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from './device-engine.ts';
import { configuration, PLACE, pluggable } from './device.fixtures.ts';
import { storesWith } from './stores.fixtures.ts';

const minutesLater = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

const MEMBER = [{ entity: { reference: 'Patient/one' } }];

/** An engine over a store whose audit events can be read. */
async function engine() {
  let store: Store | null = null;
  const { server, http, plug } = pluggable();
  const made = createDeviceEngine({
    connect: () => http,
    onChange: () => undefined,
    stores: storesWith((opened) => {
      store = opened.store;
      return opened;
    }),
  });
  server.load([{ resourceType: 'Group', id: 'g', type: 'person', actual: true, member: MEMBER }]);
  await made.configure({ ...configuration, place: PLACE });
  return { made, plug, audited: async () => (store === null ? 0 : listsIn(store)) };
}

/** Audit events about no single resident: those that wait, and those that the server has. */
async function listsIn({ outbox }: Store): Promise<number> {
  const waiting = (await outbox.entries()).flatMap(({ operation }) => operation ?? []);
  const all = [...waiting, ...(await outbox.acknowledgements())];
  return all.filter(({ class: kind, resident }) => kind === 'audit' && resident === null).length;
}

test('(SPEC U1) a look at the list of residents is audited once, however often the list is read again', async () => {
  const { made, audited } = await engine();
  await made.listResidents({ now: AT });
  assert.equal(await audited(), 1);
  for (const minutes of [1, 10, 24]) await made.listResidents({ now: minutesLater(minutes) });
  assert.equal(await audited(), 1);
  await made.listResidents({ now: minutesLater(60) });
  assert.equal(await audited(), 2, 'an hour later somebody looks anew');
});

test('(SPEC U1) after a lock or a sign-out the list is looked at anew', async () => {
  const { made, audited } = await engine();
  await made.listResidents({ now: AT });
  await made.lock(null);
  await made.unlock({ secret: 'any words' });
  await made.listResidents({ now: minutesLater(1) });
  assert.equal(await audited(), 2);
  await made.forget(null);
  await made.listResidents({ now: minutesLater(2) });
  assert.equal(await audited(), 3);
});

test('(SPEC U1) a list that could not be read is audited as a try', async () => {
  const { made, plug, audited } = await engine();
  plug.isIn = false;
  await assert.rejects(made.listResidents({ now: AT }));
  assert.equal(await audited(), 1);
});

test('(SPEC U1) where the program alone looks somebody up, nobody has seen the list', async () => {
  const { made, audited } = await engine();
  await made.listResidents({ now: AT, by: 'program' });
  assert.equal(await audited(), 0);
});
