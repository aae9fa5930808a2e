import assert from 'node:assert/strict';
import { test } from 'node:test';
import { condition, home, MINUTE, pulling } from '../../test/pulling.ts';

async function failing(answer: { status: number; headers: Record<string, string> }) {
  const pulled = await pulling([...home, condition('first', 'agnes')]);
  await pulled.settle();
  pulled.pass(MINUTE);
  pulled.server.load([condition('later', 'bertha')]);
  pulled.between = () => ({ ...answer, text: '' });
  await pulled.watch(3 * MINUTE);
  await pulled.pull.step();
  pulled.between = (_request, go) => go();
  return pulled;
}

test('“try now” ends the wait of a pull that failed, and asks for all kinds at once', async () => {
  const pulled = await failing({ status: 500, headers: {} });
  assert.ok(pulled.pull.nextAt() > pulled.now());
  pulled.pull.tryNow();
  assert.ok(pulled.pull.nextAt() <= pulled.now());
  while ((await pulled.pull.step()).state === 'did');
  assert.ok((await pulled.cached('Condition')).has('later'));
});

test('P12: “try now” is no way round a wait that the server asked a pull for, and says until when that is', async () => {
  const pulled = await failing({ status: 429, headers: { 'retry-after': '600' } });
  const until = pulled.pull.askedToWaitUntil() ?? 0;
  assert.ok(until > pulled.now() + MINUTE);
  const asked = pulled.asked.length;
  pulled.pull.tryNow();
  assert.equal(pulled.pull.nextAt(), until);
  assert.equal((await pulled.pull.step()).state, 'idle');
  assert.equal(pulled.asked.length, asked);
  pulled.pass(until - pulled.now());
  while ((await pulled.pull.step()).state === 'did');
  assert.ok((await pulled.cached('Condition')).has('later'));
  assert.equal(pulled.pull.askedToWaitUntil(), null);
});
