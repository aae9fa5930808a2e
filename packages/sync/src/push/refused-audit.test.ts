import assert from 'node:assert/strict';
import { test } from 'node:test';
import { created, operation } from './entries.fixtures.ts';
import { pushWorld, type Fate, type World } from './push-world.fixtures.ts';

const REFUSED: Fate = {
  status: 422,
  headers: {},
  text: JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'processing' }],
  }),
};

/** A server that takes no audit event, for as long as `refuses` says. */
async function refusing(refuses: () => boolean): Promise<World> {
  const world = await pushWorld();
  const isAudit = ({ url, method }: { readonly url: string; readonly method: string }) =>
    method !== 'GET' && (url.includes('AuditEvent') || url.endsWith('/'));
  world.fate = (request) =>
    isAudit(request) && request.body?.includes('AuditEvent') === true && refuses() ? REFUSED : null;
  return world;
}

const seen = (intent: string) =>
  operation(intent, { class: 'audit', parts: [created('AuditEvent', intent, { type: { code: 'rest' } })] });

const living = ({ server }: World, type: string): number => server.repository.counts().get(type) ?? 0;

test('(SPEC U2) a refused audit event is tried again by itself, until the server takes it', async () => {
  let refuses = true;
  const world = await refusing(() => refuses);
  await world.press(seen('a1'));
  await world.run(30);
  assert.deepEqual((await world.store.outbox.counts()).auditsByState, { rejected: 1 });
  assert.notEqual(await world.push.nextAt(), null, 'it would wait for ever');
  refuses = false;
  await world.run(7 * 60);
  assert.deepEqual(await world.entries(), []);
  assert.equal(living(world, 'AuditEvent'), 1);
  world.close();
});

test('(SPEC U2) a refused audit event is asked for a few times a day, and no person is', async () => {
  const world = await refusing(() => true);
  await world.press(seen('a1'));
  await world.run(24 * 60);
  const tries = world.requests.filter(({ method }) => method !== 'GET').length;
  assert.ok(tries >= 3 && tries <= 6, `${tries} tries in a day`);
  assert.deepEqual(await world.push.conflicts(), []);
  world.close();
});

test('(SPEC U2) a refused audit event holds up neither other audit events of its resident nor any work', async () => {
  let refused = 0;
  const world = await refusing(() => refused++ === 0);
  for (const press of [seen('a1'), seen('a2'), operation('i1')]) await world.press(press);
  await world.run(30);
  assert.deepEqual(
    (await world.entries()).map(({ intent }) => intent),
    ['a1'],
  );
  world.close();
});

test('(SPEC U2) "try now" tries a refused audit event at once, and a new start within minutes', async () => {
  let refuses = true;
  const world = await refusing(() => refuses);
  await world.press(seen('a1'));
  await world.run(30);
  refuses = false;
  world.push.tryNow();
  await world.run(1);
  assert.deepEqual(await world.entries(), []);
  refuses = true;
  await world.press(seen('a2'));
  await world.run(30);
  refuses = false;
  await world.restart();
  await world.run(6);
  assert.deepEqual(await world.entries(), []);
  world.close();
});
