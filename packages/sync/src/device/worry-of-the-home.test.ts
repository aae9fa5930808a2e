// One story, told three times: a worry is pressed without a network, the PC is locked, somebody else signs in, the network is back.
import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareIntent } from '@ehch/clinical';
import type { ThreadEntry } from '@ehch/clinical/thread';
import { AT, NURSE, PRESS } from '../actions/actions.fixtures.ts';
import type { EngineConfiguration, SignedIn } from '../engine-configuration.ts';
import { receiptIn, SIGNED_IN, until, whenSent, world } from './before-sign-in.fixtures.ts';
import type { DeviceEngine } from './device-engine.ts';
import { sealedStores } from './sealed-stores.ts';

const COLLEAGUE: SignedIn = {
  ...NURSE,
  sub: 'carer-2',
  display: 'Grace Mensah',
  reference: 'Practitioner/8',
  role: 'carer',
};
const OF_NURSE = 'quiet rivers carry small boats';
const OF_COLLEAGUE = 'seven green umbrellas by noon';

const entry: ThreadEntry = {
  id: PRESS,
  thread: PRESS,
  about: { kind: 'resident', resident: 'one' },
  by: { name: NURSE.display, role: 'nurse', side: 'home' },
  pressedAt: AT,
  clockOffsetMs: null,
  receivedAt: null,
  after: null,
  act: {
    kind: 'raise',
    matter: 'worry',
    urgency: 'same-day',
    words: 'Not herself',
    signs: ['worry'],
    since: '',
    observations: null,
    askedBy: { kind: 'presser' },
  },
};
const worry: CareIntent = {
  id: PRESS,
  resident: 'one',
  pressedAt: AT,
  what: { kind: 'thread-entry', matter: 'worry', entry },
};

/** Each story has an organisation, and so a database, of its own. */
let stories = 0;

function home(keys: NonNullable<EngineConfiguration['keys']>) {
  const { engine, ...rest } = world();
  const organisation = `Home ${++stories}`;
  return {
    ...rest,
    openBrowser: () => engine(sealedStores()),
    signIn: (window: DeviceEngine, user: SignedIn) =>
      window.configure({ ...SIGNED_IN, keys, user: { ...user, organisation } }),
  };
}

const unsentWorries = async (window: DeviceEngine) => (await window.status(null)).unsent.escalations;

/** It is there once, its author is the presser, and who sent it stands beside. */
async function sentOnce(told: ReturnType<typeof home>, window: DeviceEngine): Promise<void> {
  await whenSent(window, PRESS);
  await until(
    async () => (await window.status(null)).unsent.total,
    (total) => total === 0,
  );
  assert.equal(told.count('Communication'), 1);
  const agents = told.server.repository
    .living('Provenance')
    .map(
      ({ json }) =>
        JSON.parse(json ?? '{}') as { agent: { type: { coding: { code: string }[] }; who: object }[] },
    );
  assert.equal(agents.length, 1);
  assert.deepEqual(
    agents[0]?.agent.flatMap(({ type, who }) => {
      const [coding] = type.coding;
      return coding?.code === 'assembler' ? [] : [[coding?.code, (who as { display: string }).display]];
    }),
    [
      ['author', 'Sam Okafor, nurse'],
      ['enterer', COLLEAGUE.display],
    ],
  );
}

test(
  'O5, P5: pressed offline, locked, and sent once by a colleague in the same browser, who is named beside the author',
  { timeout: 20_000 },
  async () => {
    const told = home('memory');
    const window = told.openBrowser();
    await told.signIn(window, NURSE);
    told.plug.isIn = false;
    assert.equal((await window.enqueue({ intent: worry, now: AT })).state, 'held-in-memory');
    await window.lock(null);
    assert.equal(await unsentWorries(window), 1, 'the locked screen counts it');
    await told.signIn(window, COLLEAGUE);
    assert.equal(await unsentWorries(window), 1, 'the change of person loses nothing');
    told.plug.isIn = true;
    await window.tryNow(null);
    await sentOnce(told, window);
    await window.close();
  },
);

test(
  'O5, P5: with passphrases the same holds after the browser was closed and opened again',
  { timeout: 20_000 },
  async () => {
    const told = home('passphrase');
    const before = told.openBrowser();
    await told.signIn(before, NURSE);
    await before.unlock({ secret: OF_NURSE });
    await before.addPerson({ sub: COLLEAGUE.sub, secret: OF_COLLEAGUE });
    told.plug.isIn = false;
    assert.equal((await before.enqueue({ intent: worry, now: AT })).state, 'saved-on-device');
    await before.lock(null);
    assert.equal(await unsentWorries(before), 1);
    await before.close();

    const after = told.openBrowser();
    await told.signIn(after, COLLEAGUE);
    const { lock, unsent, lost } = await after.status(null);
    assert.deepEqual([lock, unsent.escalations, lost], ['locked', 1, 0], 'counted before any key is here');
    assert.deepEqual(await after.unlock({ secret: OF_COLLEAGUE }), { state: 'unlocked' });
    told.plug.isIn = true;
    await after.tryNow(null);
    await sentOnce(told, after);
    await after.close();
  },
);

test(
  'O5, P5: a lock while the network is away stops nothing: it is sent while locked, once, by whoever is signed in',
  { timeout: 20_000 },
  async () => {
    const told = home('passphrase');
    const window = told.openBrowser();
    await told.signIn(window, NURSE);
    await window.unlock({ secret: OF_NURSE });
    await window.addPerson({ sub: COLLEAGUE.sub, secret: OF_COLLEAGUE });
    told.plug.isIn = false;
    await window.enqueue({ intent: worry, now: AT });
    await told.signIn(window, COLLEAGUE);
    await window.unlock({ secret: OF_COLLEAGUE });
    await window.lock(null);
    told.plug.isIn = true;
    await window.tryNow(null);
    await sentOnce(told, window);
    assert.equal((await window.status(null)).lock, 'locked');
    await window.close();
  },
);

test(
  'K7: in memory mode the receipt says that a restart loses it, and after one it is counted as lost and never as sent',
  { timeout: 20_000 },
  async () => {
    const told = home('memory');
    const before = told.openBrowser();
    await told.signIn(before, NURSE);
    told.plug.isIn = false;
    assert.equal((await before.enqueue({ intent: worry, now: AT })).state, 'held-in-memory');
    assert.equal((await before.status(null)).lasts, 'memory');
    await before.close();

    const after = told.openBrowser();
    await told.signIn(after, COLLEAGUE);
    told.plug.isIn = true;
    const { unsent, lost } = await after.status(null);
    assert.deepEqual([unsent.escalations, lost], [0, 1]);
    assert.equal(await receiptIn(after, PRESS), undefined);
    assert.equal(told.count('Communication'), 0);
    await after.close();
  },
);
