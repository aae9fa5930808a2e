import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { callSurface, serveSurface } from './surface.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

type Records = { read(argument: null): Promise<{ record: string }> };

test('the port keeps no answer: a port that lives for days must not hold every record', async () => {
  const { port1, port2 } = new MessageChannel();
  serveSurface(port2, { read: async () => ({ record: 'x'.repeat(1000) }) });
  const calls = callSurface<Records>(port1, ['read'], {
    deadlineMs: 60_000,
    lost: new Promise<never>(() => {}),
  });
  const answers: WeakRef<object>[] = [];
  for (let n = 0; n < 20; n++) answers.push(new WeakRef(await calls.read(null)));
  // A weak reference keeps its target until the end of the task that made it.
  await new Promise((resolve) => setTimeout(resolve, 0));
  collect();
  const held = answers.filter((answer) => answer.deref() !== undefined).length;
  port1.close();
  // The last answer may still stand in a register.
  assert.ok(held <= 1, `${held} of ${answers.length} answers are still held`);
});
