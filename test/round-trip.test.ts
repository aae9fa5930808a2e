import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { templateOf } from '../packages/clinical/src/assessment/index.ts';
import { formOfInstrument } from '../packages/clinical/src/form/index.ts';
import { instruments } from '../packages/clinical/src/instruments/index.ts';
import { thereAndBack, type Fault } from './round-trip/there-and-back.ts';
import { throughTheOutbox } from './round-trip/through-the-outbox.ts';

/** A sample. `npm run test:full` runs the whole (`round-trip/whole.test.ts`). */
const ENTRIES = 2;
const cga = templateOf('cga');
assert.ok(cga);
const forms = [...instruments.map(formOfInstrument), cga];

for (const form of forms)
  test(`${form.id}: after writing, server and reading, the summary says what somebody signed`, async () => {
    const { compared, differences } = await thereAndBack(form, { entries: ENTRIES, seed: 8 });
    assert.deepEqual(differences, []);
    // Without a complete entry the test would prove nothing.
    assert.ok(compared > 0, 'no entry was complete');
  });

/** Faulty writers. Each leaves out or changes one thing that limits a score, or the person who judged it. */
const FAULTS: Readonly<Record<string, readonly [form: string, fault: Fault]>> = {
  'drops the flags': ['cfs', (bundle) => changed(bundle, /\{"url":"flag","valueCode":"[^"]*"\},?/g, '')],
  'drops the tool': ['acb', (bundle) => changed(bundle, /"score\/tool"/g, '"score/none"')],
  'drops the interval': ['weight-change', (bundle) => changed(bundle, /"score\/days"/g, '"score/none"')],
  'calls everything a score': ['orthostatic-bp', (bundle) => changed(bundle, /"mmHg"/g, '"score"')],
  'names who typed as who judged': [
    'waterlow',
    (bundle) =>
      changed(bundle, /"performer":\[\{"display":"[^"]*"/g, '"performer":[{"display":"S. Okafor, nurse"'),
  ],
};

for (const [name, [id, fault]] of Object.entries(FAULTS))
  test(`the round trip finds a writer that ${name}`, async () => {
    const form = forms.find((each) => each.id === id) ?? assert.fail();
    const { differences } = await thereAndBack(form, { entries: 4, seed: 8, fault });
    assert.ok(differences.length > 0);
  });

describe(
  'from a press on the form through outbox, push, server, pull and reading',
  { concurrency: 6 },
  () => {
    for (const form of forms)
      test(`${form.id}: the practice reads in the summary what the nurse signed at the home`, async () => {
        const { signed, compared, differences } = await throughTheOutbox(form, { entries: 1, seed: 8 });
        assert.deepEqual(differences, []);
        assert.ok(signed > 0 && compared > 0, `${signed} signed, ${compared} compared`);
      });

    test('a fault of what the outbox sends is found', async () => {
      const [id, fault] = FAULTS['drops the flags'] ?? assert.fail();
      const form = forms.find((each) => each.id === id) ?? assert.fail();
      const { differences } = await throughTheOutbox(form, { entries: 4, seed: 8, fault });
      assert.ok(differences.length > 0);
    });
  },
);

function changed(bundle: Readonly<Record<string, unknown>>, pattern: RegExp, by: string) {
  const text = JSON.stringify(bundle)
    .replaceAll(pattern, by)
    .replaceAll(/,(?=[\]}])/g, '');
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}
