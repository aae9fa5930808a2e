import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markForWipe } from '@ehch/store';
import { AT, draftOf, finish } from '../actions/actions.fixtures.ts';
import { createDeviceEngine } from '../device/device-engine.ts';
import { sealedStores } from '../device/sealed-stores.ts';
import { nameOf } from '../device/stores.ts';
import { AGNES, adding, forbiddenNetwork, LOCAL, pressed } from '../local/local.fixtures.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';

const SECRET = 'four quiet words here';

/** A home of its own, without a server, in which one resident was added and one assessment signed. */
async function home(id: string) {
  const configuration: EngineConfiguration = { ...LOCAL, fhirBaseUrl: `local:${id}` };
  const start = async () => {
    const engine = createDeviceEngine({
      connect: forbiddenNetwork().connect,
      onChange: () => undefined,
      stores: sealedStores(),
    });
    await engine.configure(configuration);
    await engine.unlock({ secret: SECRET });
    return engine;
  };
  const engine = await start();
  await engine.enqueue({ intent: pressed(adding()), now: AT });
  await engine.enqueue({ intent: finish(draftOf(AGNES)), now: AT });
  return { engine, start, configuration };
}

test('(store SPEC P4) a local home is erased as a whole, once a person has read how much there is', async () => {
  const { engine, start } = await home('erased');
  const held = await engine.heldHere(null);
  assert.deepEqual(held, { isOnlyCopy: true, residents: 1, work: 2, drafts: 0, unsent: 0 });
  await engine.wipe({ shown: held });
  await engine.unlock({ secret: SECRET });
  assert.deepEqual(await engine.localResidents({ now: AT }), []);
  await engine.close();
  const next = await start();
  assert.deepEqual(await next.localResidents({ now: AT }), [], 'nothing comes back');
  await next.close();
});

test('(store SPEC P4) what was written after a person had read the numbers keeps all of it', async () => {
  const { engine } = await home('grown');
  const held = await engine.heldHere(null);
  await engine.saveDraft({ draft: draftOf(AGNES, 3, 'later'), revision: null, now: AT });
  await assert.rejects(engine.wipe({ shown: held }), { code: 'busy' });
  assert.equal((await engine.localResidents({ now: AT })).length, 1);
  await engine.lock(null);
  await assert.rejects(engine.heldHere(null), { code: 'locked' });
  await assert.rejects(engine.wipe({ shown: held }), { code: 'locked' });
  await engine.close();
});

test('(store SPEC P3) an erasing that a crash cut short is finished before anything else', async () => {
  const { engine, start, configuration } = await home('crashed');
  await engine.close();
  await markForWipe(await nameOf(configuration));
  const next = await start();
  assert.deepEqual(await next.localResidents({ now: AT }), []);
  assert.equal((await next.heldHere(null)).work, 0);
  await next.close();
});
