import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERSONALITIES } from '@ehch/dev-server';
import { runChaos } from './chaos-run.ts';
import { personalityOf, TRIED } from './soak/personalities.ts';

/** `npm run soak` goes on from here, with the same seeds. */
const SEEDS = [1, 2, 3, 4];

for (const seed of SEEDS) {
  const personality = personalityOf(seed);
  test(`I1 I2 I3 I4 I5 I7 I8 P5: seed ${seed}, two clients in bad weather on a server of kind "${personality}"`, async () => {
    const { broken, observed } = await runChaos({ seed, personality });
    assert.deepEqual(broken, []);
    assert(observed.clients.some(({ acknowledgements }) => acknowledgements.length > 0));
  });
}

test('every personality of the development server has its seed', () => {
  assert.deepEqual(
    Object.keys(PERSONALITIES).filter((name) => !TRIED.has(name)),
    [],
  );
});

test('L7, I1, I4: a server that is set back in bad weather loses nothing that its author is not asked about', async () => {
  const { broken, observed } = await runChaos({ seed: 3, personality: personalityOf(3), isRestored: true });
  assert.deepEqual(broken, []);
  assert(observed.clients.some(({ offered }) => offered.size > 0));
});
