import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptOwn, condition, DAY, home, MINUTE, pulling, type Pulling } from '../../test/pulling.ts';

const HOUR = 60 * MINUTE;
const profile = () => ({ hasHistory: true, hasTypeHistory: false, indexesLate: false });

/** A server with a backup of an hour ago, and what it loses when it is set back to that. */
async function backedUp(): Promise<{ pulled: Pulling; lost: string[]; restore: () => void }> {
  const lost: string[] = [];
  const onLost = (all: readonly { readonly intent: string }[]) =>
    lost.push(...all.map(({ intent }) => intent));
  const pulled = await pulling([...home, condition('c1', 'agnes'), condition('c2', 'agnes')], {
    ports: { onLost, profile },
  });
  await pulled.settle();
  pulled.pass(HOUR);
  const backup = pulled.now();
  pulled.pass(HOUR);
  return { pulled, lost, restore: () => pulled.server.restore(backup) };
}

test('19, L7: a restore is noticed although no pull had brought what it lost: our own accepted write is missing', async () => {
  const { pulled, lost, restore } = await backedUp();
  pulled.put(condition('mine', 'agnes', 'what I wrote'));
  await acceptOwn(pulled, 'mine');
  restore();
  await pulled.run(5 * MINUTE);
  assert.deepEqual(lost, ['intent-mine']);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
});

test('19, L7: a lost write is noticed although somebody has changed the same resource since the restore', async () => {
  const { pulled, lost, restore } = await backedUp();
  pulled.put(condition('c1', 'agnes', 'what I wrote'));
  await acceptOwn(pulled, 'c1');
  await pulled.run(2 * MINUTE);
  restore();
  pulled.put(condition('c1', 'agnes', 'what a colleague wrote'));
  await pulled.run(5 * MINUTE);
  assert.deepEqual(lost, ['intent-c1']);
});

test('19, L7: a write that lies below a later one is not lost', async () => {
  const { pulled, lost, restore } = await backedUp();
  pulled.put(condition('c2', 'agnes', 'lost by the restore'));
  await pulled.run(2 * MINUTE);
  restore();
  pulled.put(condition('c1', 'agnes', 'what I wrote'));
  await acceptOwn(pulled, 'c1');
  pulled.pass(1000);
  pulled.put(condition('c1', 'agnes', 'what a colleague wrote'));
  await pulled.run(5 * MINUTE);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
  assert.deepEqual(lost, []);
});

test('19, L7: a leader who ends while it looks for lost writes leaves none out: the next one goes on', async () => {
  const { pulled, lost, restore } = await backedUp();
  for (const id of ['a', 'b', 'c']) {
    pulled.put(condition(id, 'agnes', 'what I wrote'));
    await acceptOwn(pulled, id);
  }
  await pulled.run(2 * MINUTE);
  restore();
  pulled.pass(MINUTE);
  while (lost.length === 0) await pulled.pull.step();
  await pulled.restart();
  await pulled.run(5 * MINUTE);
  assert.deepEqual(new Set(lost), new Set(['intent-a', 'intent-b', 'intent-c']));
});

test('L5: a resource that is missing from the list is asked for again, if the server said nothing about it', async () => {
  const { pulled } = await backedUp();
  pulled.remove('Condition', 'c1');
  let isSilent = true;
  pulled.between = (request, go) => {
    if (!isSilent || !request.url.endsWith('/Condition/c1')) return go();
    isSilent = false;
    return { status: 502, headers: {}, text: '' };
  };
  await pulled.settle(await pulled.restart({ now: () => new Date(pulled.now() + 2 * DAY).toISOString() }));
  assert.equal(isSilent, false);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
});

test('19, L7: what was lost and is written again comes back to every device, although its number is that of the lost one', async () => {
  const { pulled, restore } = await backedUp();
  pulled.put(condition('mine', 'agnes', 'what I wrote'));
  await pulled.run(2 * MINUTE);
  restore();
  await pulled.run(30 * MINUTE);
  assert.equal((await pulled.cached('Condition')).has('mine'), false);
  pulled.put(condition('mine', 'agnes', 'what I wrote'));
  await pulled.run(5 * MINUTE);
  assert.deepEqual(await pulled.cached('Condition'), pulled.served('Condition'));
});
