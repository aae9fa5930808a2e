import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newName, openInSession } from '../../../store/test/sealed-anywhere.ts';
import { runChaos } from './chaos-run.ts';

test('I1 I2 I3 I4 I5 I7 I8 P5: the sealed store holds what the one in memory holds, in bad weather', async () => {
  const { broken, observed } = await runChaos({
    seed: 1,
    personality: 'late-commit:60',
    hours: 0.5,
    openStore: () => openInSession(newName(), { secret: null }),
  });
  assert.deepEqual(broken, []);
  assert(observed.clients.some(({ acknowledgements }) => acknowledgements.length > 0));
});
