import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { linkOf, matches, openServer, patient, weight } from '../asking.fixtures.ts';

let time = Date.parse('2026-11-21T09:30:00Z');
const { server, ask } = await openServer({
  clock: () => time,
  resources: [
    patient('a'),
    patient('b'),
    weight('w1', 'a', 54, '2026-11-01'),
    { ...weight('w2', 'b', 70, '2026-11-01') },
    {
      ...weight('w3', 'b', 70, '2026-11-01'),
      note: [{ text: 'see', authorReference: { reference: 'Patient/a' } }],
    },
    {
      resourceType: 'MedicationRequest',
      id: 'm',
      subject: { reference: 'Patient/a' },
      medicationReference: { reference: 'Medication/d' },
    },
    { resourceType: 'Medication', id: 'd' },
    { resourceType: 'Organization', id: 'unrelated' },
  ],
});
after(() => server.close());

test('$everything holds the Patient, the compartment and what it refers to, and nothing of another patient', async () => {
  const { body } = await ask('/Patient/a/$everything');
  assert.deepEqual(
    body.entry?.map(({ resource }) => resource?.id),
    ['a', 'w1', 'm', 'd'],
  );
});

test('$everything supports _type, _since and pages', async () => {
  assert.deepEqual(matches(await ask('/Patient/a/$everything?_type=Observation,Medication')), ['w1', 'd']);
  time += 60_000;
  await ask('/Observation/late', { method: 'PUT', json: weight('late', 'a', 53, '2026-11-20') });
  assert.deepEqual(matches(await ask(`/Patient/a/$everything?_since=${new Date(time).toISOString()}`)), [
    'late',
  ]);
  const first = await ask('/Patient/a/$everything?_count=2');
  assert.equal(first.body.entry?.length, 2);
  assert.equal((await ask(linkOf(first, 'next') ?? '')).body.entry?.length, 2);
});

test('$everything of an unknown patient is 404, and of a deleted one 410', async () => {
  assert.equal((await ask('/Patient/nobody/$everything')).status, 404);
  await ask('/Patient/gone', { method: 'PUT', json: patient('gone') });
  await ask('/Patient/gone', { method: 'DELETE' });
  assert.equal((await ask('/Patient/gone/$everything')).status, 410);
});
