// Random days of the real vault, its state machine and the panel's, without a browser. `npm run test:full` runs many
// more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drive, happening } from './random-drive.fixtures.ts';

const check = (isOn: boolean) => Object.assign(globalThis, { __CONTEXT_CHECK__: isOn, __DEMO__: true });
check(true);

/** [P] Sequences in `npm test`, and in `npm run test:full`. */
const SEQUENCES = process.env['EHCH_WHOLE'] === undefined ? 200 : 5000;
const sequence = fc.array(happening, { minLength: 5, maxLength: 60 });

test(`in ${SEQUENCES} random days nothing is mixed, nobody stays who has gone, and in the end the panel is right`, async (t) => {
  let records = 0;
  await fc.assert(
    fc.asyncProperty(sequence, async (happenings) => {
      const driven = await drive(happenings);
      records += driven.records;
      assert.deepEqual(driven.broken, []);
    }),
    { numRuns: SEQUENCES, seed: 8 },
  );
  t.diagnostic(`${SEQUENCES} sequences, ${records} times a record stood on the panel`);
  assert.ok(records > SEQUENCES, 'the days show somebody');
});

test('with the context check switched off, the same days show a record below another name', async () => {
  check(false);
  try {
    let mixed = 0;
    await fc.assert(
      fc.asyncProperty(sequence, async (happenings) => {
        const { broken } = await drive(happenings);
        if (broken.some((one) => one.startsWith('mixed'))) mixed += 1;
      }),
      { numRuns: 200, seed: 8 },
    );
    assert.ok(mixed > 5, `${mixed} of 200`);
  } finally {
    check(true);
  }
});
