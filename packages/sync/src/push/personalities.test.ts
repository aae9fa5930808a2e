import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERSONALITIES } from '@ehch/dev-server';
import { change, created, operation, updated } from './entries.fixtures.ts';
import { pushWorld } from './push-world.fixtures.ts';

const PLAN = { resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', title: 'Old' };

/** A server that checks references wants the person who signs to be there. */
const NURSE_RECORD = { resourceType: 'Practitioner', id: 'nurse' };

/** What the probe has to choose for a server of this kind: level, create. */
const CHOSEN: Readonly<Record<string, readonly [string, string]>> = {
  hapi: ['A', 'post'],
  azure: ['A', 'put'],
  medplum: ['B', 'post'],
};

for (const personality of Object.keys(PERSONALITIES)) {
  test(`I1 I3 (34) nothing is lost or doubled after lost answers, or the server gets no writes: ${personality}`, async () => {
    const world = await pushWorld({ personality, resources: [PLAN, NURSE_RECORD] });
    const { level, create, ignoresIfMatch } = world.profile;
    const chosen = CHOSEN[personality];
    if (chosen !== undefined) assert.deepEqual([level, create], chosen);
    let writes = 0;
    world.fate = ({ method }) => (method !== 'GET' && ++writes % 2 === 1 ? 'answer-lost' : null);
    const parts = [
      created('Observation', 'o1', { status: 'final' }),
      created('Task', 't1', { status: 'requested' }),
    ];
    await world.press(operation('i1', { parts }));
    await world.press(
      operation('i2', { parts: [updated('CarePlan', 'plan', [change(['title'], 'Old', 'New')])] }),
    );
    await world.run(240);
    const waiting = (await world.entries()).map(({ intent, state }) => [intent, state]);
    const effects = world.server.writes().filter(({ type }) => type !== 'Basic' && type !== 'Provenance');
    const written = effects.map(({ type }) => type).sort();
    if (level === 'read-only')
      assert.deepEqual(waiting, [
        ['i1', 'held'],
        ['i2', 'held'],
      ]);
    else if (ignoresIfMatch)
      assert.deepEqual([waiting, written], [[['i2', 'held']], ['Observation', 'Task']]);
    else assert.deepEqual([waiting, written], [[], ['CarePlan', 'Observation', 'Task']]);
    for (const { claimedBase, previous } of effects.filter(({ type }) => type === 'CarePlan'))
      assert.equal(claimedBase, previous);
    world.close();
  });
}
