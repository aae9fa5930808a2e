import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateOf } from '../../packages/clinical/src/assessment/index.ts';
import { formOfInstrument } from '../../packages/clinical/src/form/index.ts';
import { instruments } from '../../packages/clinical/src/instruments/index.ts';
import { thereAndBack } from './there-and-back.ts';
import { throughTheOutbox } from './through-the-outbox.ts';

const ENTRIES = 60;
/** Through the whole engine, which waits for a server at every step. */
const THROUGH = 10;
const cga = templateOf('cga');
assert.ok(cga);

for (const form of [...instruments.map(formOfInstrument), cga])
  test(`${form.id}: ${ENTRIES} signed entries come back as they were signed`, async () => {
    const { compared, differences } = await thereAndBack(form, { entries: ENTRIES, seed: 2026 });
    assert.deepEqual(differences, []);
    assert.ok(compared > ENTRIES / 4, `only ${compared} were complete`);
  });

for (const form of [...instruments.map(formOfInstrument), cga])
  test(`${form.id}: ${THROUGH} entries that were pressed, queued and pushed are read as they were signed`, async () => {
    const { signed, compared, differences } = await throughTheOutbox(form, { entries: THROUGH, seed: 2026 });
    assert.deepEqual(differences, []);
    assert.ok(compared > signed / 4, `only ${compared} of ${signed} were complete`);
  });
