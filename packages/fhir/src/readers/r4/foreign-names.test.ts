import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, build, observation, section, type Json } from '../../record.fixtures.ts';

const ofBob = (raw: Json): Json => {
  const field = raw['resourceType'] === 'Task' ? 'for' : 'subject';
  return { ...raw, [field]: { reference: 'Patient/p2' } };
};
const says = (resources: readonly Json[]) => JSON.stringify(build(resources).view);

test('the words of a reference to a record of another patient are not drawn', () => {
  const potassium = ofBob(observation('o9', { text: 'Potassium' }, { valueString: '6.9' }));
  const message = about('Communication', 'm', {
    status: 'completed',
    sent: '2026-11-19T10:00:00Z',
    payload: [
      { contentString: 'See' },
      { contentReference: { reference: 'Observation/o9', display: 'Bob K+ 6.9' } },
    ],
  });
  assert.match(says([message, potassium]), /See attached: a record/);
  assert.doesNotMatch(says([message, potassium]), /Bob/);
  assert.doesNotMatch(says([potassium, message]), /Bob/);
  // Without that record, nothing shows whose it is.
  assert.match(says([message]), /Bob K/);
});

test('under an id that the resident’s record and another patient’s share, nothing shows whose words they are', () => {
  const potassium = observation('o9', { text: 'Potassium' }, { valueString: '4.1' });
  const message = about('Communication', 'm', {
    status: 'completed',
    sent: '2026-11-19T10:00:00Z',
    payload: [{ contentReference: { reference: 'Observation/o9', display: 'K+ of the ninth' } }],
  });
  assert.match(says([message, potassium, ofBob(potassium)]), /K\+ of the ninth/);
  assert.doesNotMatch(says([message, ofBob(potassium)]), /K\+ of the ninth/);
});

test('an action that is a task of another patient is no action of the plan', () => {
  const plan = about('CarePlan', 'k', {
    status: 'active',
    intent: 'plan',
    title: 'Plan',
    activity: [{ reference: { reference: 'Task/t9', display: 'Turn Bob' } }],
  });
  const task = ofBob(about('Task', 't9', { status: 'requested', intent: 'order', description: 'Turn Bob' }));
  assert.doesNotMatch(says([plan, task]), /Turn Bob/);
});

test('a fact of a visit of another patient contradicts itself', () => {
  const visit = ofBob(about('Encounter', 'e9', { status: 'in-progress' }));
  const flag = about('Flag', 'f', {
    status: 'active',
    code: { text: 'MRSA' },
    encounter: { reference: 'Encounter/e9' },
  });
  assert.match(JSON.stringify(section('alerts', [flag, visit])), /contradicts-itself/);
  assert.doesNotMatch(JSON.stringify(section('alerts', [flag])), /contradicts-itself/);
});

test('a title of the other sex beside the resident’s reference is in doubt', () => {
  const flag = (display: string) =>
    section('alerts', [
      {
        ...about('Flag', 'f', { status: 'active', code: { text: 'MRSA' } }),
        subject: { reference: 'Patient/p1', display },
      },
    ]).state;
  assert.equal(flag('Mr John Ashworth'), 'failed');
  assert.equal(flag('Mrs Ashworth'), 'known');
  assert.equal(flag('Margaret Ashworth'), 'known');
});
