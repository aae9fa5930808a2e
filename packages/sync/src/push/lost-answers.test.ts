import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, created, operation, updated } from './entries.fixtures.ts';
import { LEVELS, pushWorld, type Fate, type World } from './push-world.fixtures.ts';

const isWrite = ({ method, url }: { method: string; url: string }): boolean =>
  method !== 'GET' && !url.endsWith('_search');
const PLAN = { resourceType: 'CarePlan', id: 'plan', status: 'active', intent: 'plan', title: 'Old' };
const rename = () => [updated('CarePlan', 'plan', [change(['title'], 'Old', 'New')])];

/** Every living resource of a type. */
const living = ({ server }: World, type: string): number => server.repository.counts().get(type) ?? 0;

/** The fate of the first write alone. */
function first(fate: Fate): World['fate'] {
  let isFirst = true;
  return (request) => {
    if (!isFirst || !isWrite(request)) return null;
    isFirst = false;
    return fate;
  };
}

const FATES: readonly (readonly [string, Fate])[] = [
  ['(1) a request that is lost before the server', 'lost'],
  ['(2) an answer that is lost after the commit', 'answer-lost'],
  ['(3) a 500 after the commit', '500-after'],
  ['(3) a gateway’s 502 after the commit', '502-after'],
  ['(4) a request that is delivered twice at once', 'twice'],
  [
    '(22) a page of HTML in the place of an answer',
    { status: 200, headers: {}, text: '<html>Sign in</html>' },
  ],
  ['(22) an answer that is cut short', { status: 200, headers: {}, text: '{"resourceType":"Bun' }],
  [
    '(22) an OperationOutcome in a 200 answer',
    { status: 200, headers: {}, text: '{"resourceType":"OperationOutcome"}' },
  ],
  [
    '(22) a Bundle with fewer entries than asked for',
    { status: 200, headers: {}, text: '{"resourceType":"Bundle","entry":[]}' },
  ],
];

for (const behaviour of LEVELS) {
  for (const [what, fate] of FATES) {
    test(`I1 P2 P3 ${what} leaves one create: ${behaviour}`, async () => {
      const world = await pushWorld({ behaviour });
      world.fate = first(fate);
      await world.press(operation('i1', { parts: [created('Observation', 'o1', { status: 'final' })] }));
      await world.run();
      assert.deepEqual(await world.entries(), []);
      assert.equal(living(world, 'Observation'), 1);
      const [body] = (await world.store.outbox.acknowledgement('i1'))?.bodies ?? [];
      assert.equal(body?.type, 'Observation');
      assert.equal(world.server.writes().filter(({ type }) => type === 'Observation').length, 1);
      world.close();
    });

    test(`I1 I3 P3 ${what} leaves one update: ${behaviour}`, async () => {
      const world = await pushWorld({ behaviour, resources: [PLAN] });
      world.fate = first(fate);
      await world.press(operation('i1', { parts: rename() }));
      await world.run();
      assert.deepEqual(await world.entries(), []);
      assert.equal(world.read('CarePlan/plan')['title'], 'New');
      const writes = world.server.writes().filter(({ type }) => type === 'CarePlan');
      assert.equal(writes.length, 1);
      for (const { claimedBase, previous } of writes) assert.equal(claimedBase, previous);
      world.close();
    });

    test(`I1 P3 ${what} leaves one of each resource of a press: ${behaviour}`, async () => {
      const world = await pushWorld({ behaviour });
      world.fate = first(fate);
      const reference = { derivedFrom: [{ reference: 'Observation/pulse' }] };
      const parts = [
        created('Observation', 'pulse'),
        created('Observation', 'score', reference),
        created('Task', 'task'),
      ];
      await world.press(operation('i1', { parts }));
      await world.run();
      assert.deepEqual(await world.entries(), []);
      assert.deepEqual([living(world, 'Observation'), living(world, 'Task')], [2, 1]);
      world.close();
    });
  }

  for (const fate of ['ends-before', 'ends-after'] as const) {
    test(`I1 P3 (6) an engine that ends at any request (${fate}) goes on after a restart: ${behaviour}`, async () => {
      for (let at = 1; ; at++) {
        const world = await pushWorld({ behaviour, resources: [PLAN] });
        await world.press(
          operation('i1', { parts: [created('Observation', 'o1'), created('Observation', 'o2')] }),
        );
        await world.press(operation('i2', { parts: rename() }));
        world.fate = (_, count) => (count === at ? fate : null);
        await world.run();
        const isOver = world.requests.length < at;
        await world.restart();
        await world.run();
        assert.deepEqual(await world.entries(), []);
        assert.equal(living(world, 'Observation'), 2);
        assert.equal(world.server.writes().filter(({ type }) => type === 'CarePlan').length, 1);
        world.close();
        if (isOver) break;
      }
    });
  }
}
