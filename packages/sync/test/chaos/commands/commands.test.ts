import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryOut, sequences } from './commands.ts';

/** `npm run soak` tries more. */
const RUNS = 2;

test('(40) I1 I2 I3 I4 I5 I7 I8 P5: whatever people and fate do in whatever order, nothing is lost, doubled or stuck', async () => {
  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => {
      assert.deepEqual(await carryOut(sequence), [], sequence.commands.map(({ name }) => name).join(', '));
    }),
    { numRuns: RUNS, seed: 1, endOnFailure: true },
  );
});
