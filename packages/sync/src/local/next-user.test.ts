import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { AT, NURSE } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from '../device/device-engine.ts';
import { memoryStores } from '../device/memory-stores.ts';
import { sealedStores } from '../device/sealed-stores.ts';
import type { Stores } from '../device/stores.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { adding, AGNES, forbiddenNetwork, LOCAL, pressed } from './local.fixtures.ts';

const FIRST: EngineConfiguration = { ...LOCAL, keys: 'memory' };
const SECOND: EngineConfiguration = { ...FIRST, user: { ...NURSE, sub: 'carer-2', display: 'Ada Obi' } };

/** One person adds a resident, and the next one signs in within the same session. */
async function isStillThere(t: TestContext, stores: Stores): Promise<void> {
  const { connect } = forbiddenNetwork();
  const engine = createDeviceEngine({ connect, onChange: () => undefined, stores });
  t.after(() => engine.close());
  await engine.configure(FIRST);
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await engine.configure(SECOND);
  const { residents } = await engine.listResidents({ now: AT });
  assert.deepEqual(
    residents.map(({ name }) => name?.family),
    ['Pell'],
  );
  const { view } = await engine.openResident({ resident: AGNES, now: AT });
  const { identity } = view.sections;
  assert.equal(identity.state === 'known' && identity.content.kind, 'recorded');
}

// With a server, the copies of whoever was signed in before go. Here nobody else has them.
test('(SPEC N2) the next person finds the only copies in memory', (t) => isStillThere(t, memoryStores()));

test('(SPEC N2) the next person finds the only copies, sealed under the key of the session', (t) =>
  isStillThere(t, sealedStores()));
