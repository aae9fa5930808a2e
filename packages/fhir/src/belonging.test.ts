import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  about,
  allergy,
  build,
  content,
  fate,
  PATIENT,
  section,
  value,
  type Json,
} from './record.fixtures.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const known: Json = { ...PATIENT, identifier: [{ system: NHS, value: '9990000018' }] };
const of = (patient: Json): Json => allergy('a', 'Latex', { patient });

test('a resource about another patient is never shown', () => {
  const foreign = of({ reference: 'Patient/p2' });
  assert.deepEqual(fate('a', [foreign]), { state: 'set-aside', why: 'another-patient' });
  assert.equal(content('allergies', [foreign]).kind, 'not-recorded');
});

test('the same id on another server is another patient', () => {
  const entries = [
    { fullUrl: 'https://one.example/fhir/Patient/p1', resource: PATIENT },
    {
      fullUrl: 'https://one.example/fhir/AllergyIntolerance/ours',
      resource: { ...of({ reference: 'Patient/p1' }), id: 'own' },
    },
    {
      fullUrl: 'https://two.example/fhir/AllergyIntolerance/theirs',
      resource: { ...of({ reference: 'Patient/p1' }), id: 'theirs' },
    },
    { resource: { ...of({ reference: 'https://two.example/fhir/Patient/p1' }), id: 'absolute' } },
  ];
  const { ledger } = build([], { resources: entries, patient: 'https://one.example/fhir/Patient/p1' });
  assert.deepEqual(
    ledger.map(({ outcome }) => (outcome.state === 'set-aside' ? outcome.why : outcome.state)),
    ['shown', 'shown', 'another-patient', 'another-patient'],
  );
});

test('two Patients that both fit the request leave a doubt, and nobody is shown', () => {
  const twins = [
    { fullUrl: 'https://one.example/fhir/Patient/p1', resource: PATIENT },
    { fullUrl: 'https://two.example/fhir/Patient/p1', resource: PATIENT },
  ];
  const { identity } = build([], { resources: twins }).view.sections;
  assert.deepEqual(identity, { state: 'failed', error: { code: 'two-people' }, at: '2026-11-21T09:30:00Z' });
});

for (const [name, subject, state] of [
  ['relative', { reference: 'Patient/p1' }, 'shown'],
  ['versioned', { reference: 'Patient/p1/_history/3' }, 'shown'],
  ['absolute', { reference: 'https://fhir.example/r4/Patient/p1' }, 'shown'],
  ['NHS number only', { identifier: { system: NHS, value: '999 000 0018' } }, 'shown'],
  ['conditional', { reference: `Patient?identifier=${NHS}|9990000018` }, 'shown'],
  ["somebody else's NHS number", { identifier: { system: NHS, value: '9990000026' } }, 'another-patient'],
  [
    "our id with somebody else's NHS number",
    { reference: 'Patient/p1', identifier: { system: NHS, value: '9990000026' } },
    'another-patient',
  ],
  ['words only', { display: 'Margaret Ashworth' }, 'no-subject'],
  ['a number without a system', { identifier: { value: '9990000018' } }, 'no-subject'],
  ['group', { reference: 'Group/g1' }, 'not-a-person'],
  ['empty', {}, 'no-subject'],
] as const) {
  test(`a record with the subject ${name} counts as ${state}`, () => {
    const { ledger } = build([], { resources: [known, of(subject)] });
    const outcome = ledger[1]?.outcome;
    assert.equal(outcome?.state === 'set-aside' ? outcome.why : outcome?.state, state);
  });
}

test('a record whose subject is missing or malformed never counts as the resident’s', () => {
  const { patient: _, ...nobody } = allergy('a', 'Latex');
  assert.deepEqual(fate('a', [nobody]), { state: 'set-aside', why: 'no-subject' });
  assert.deepEqual(fate('a', [of({ reference: 7 })]), {
    state: 'unreadable',
    why: 'malformed',
    path: 'patient',
  });
});

test('a urn reference leads to the Patient with that address', () => {
  const urn = 'urn:uuid:0b2f1e0c-8d5f-4b43-9a8e-0a4f3f0f2a11';
  const entries = [
    { fullUrl: urn, resource: PATIENT },
    { resource: of({ reference: urn.toUpperCase().replace('URN:UUID', 'urn:uuid') }) },
  ];
  assert.equal(value('allergies', [], { resources: entries }).length, 1);
});

test('only the newest of two versions of a record is shown', () => {
  const old = allergy('a', 'Latex', { meta: { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' } });
  const newest = allergy('a', 'Latex and rubber', {
    meta: { versionId: '2', lastUpdated: '2026-02-01T00:00:00Z' },
  });
  for (const order of [
    [old, newest],
    [newest, old],
  ]) {
    assert.deepEqual(
      value('allergies', order).map(({ substance }) => substance),
      ['Latex and rubber'],
    );
  }
});

test('a reference does not lead to another patient’s record either', () => {
  const plan = {
    resourceType: 'CarePlan',
    id: 'plan',
    status: 'active',
    intent: 'plan',
    subject: { reference: 'Patient/p1' },
    activity: [{ reference: { reference: 'Task/theirs' } }],
  };
  const theirs = {
    resourceType: 'Task',
    id: 'theirs',
    status: 'requested',
    for: { reference: 'Patient/p2' },
    description: 'Secret',
  };
  assert.ok(!JSON.stringify(build([plan, theirs]).view).includes('Secret'));
});

test('a record in doubt that may be the resident’s takes "not recorded" away', () => {
  const { patient: _, ...nobody } = allergy('a', 'Latex');
  const elsewhere = {
    fullUrl: 'https://two.example/fhir/AllergyIntolerance/a',
    resource: of({ reference: 'Patient/p1' }),
  };
  const own = { fullUrl: 'https://one.example/fhir/Patient/p1', resource: PATIENT };
  for (const doubtful of [nobody, elsewhere]) {
    assert.equal(section('allergies', [], { resources: [own, doubtful] }).state, 'failed');
  }
  assert.equal(section('allergies', [of({ reference: 'Patient/p2' })]).state, 'known');
});

test('a document that names another patient as its source is in doubt, and leaves a gap', () => {
  const letter = (reference: string) =>
    about('DocumentReference', 'd', {
      status: 'current',
      type: { text: 'Letter' },
      content: [{ attachment: { title: 'Letter' } }],
      context: { sourcePatientInfo: { reference } },
    });
  assert.deepEqual(fate('d', [letter('Patient/p2')]), { state: 'set-aside', why: 'in-doubt' });
  assert.equal(section('events', [letter('Patient/p2')]).state, 'failed');
  for (const own of ['Patient/p1', '#then']) assert.equal(fate('d', [letter(own)]).state, 'shown', own);
});

test('a version whose time is written in another form is not the newer one', () => {
  const version = (text: string, lastUpdated: string) => allergy('a', text, { meta: { lastUpdated } });
  const both = [version('Latex', '05/11/2026'), version('Penicillin', '10/02/2026')];
  assert.equal(value('allergies', both).length, 2);
});

test('a task that works on another patient, and a message about one, are in doubt', () => {
  const task = (focus: Json) =>
    about('Task', 't', { status: 'requested', intent: 'order', description: 'Visit', focus });
  const message = (reference: string) =>
    about('Communication', 't', {
      status: 'in-progress',
      payload: [{ contentString: 'Chest' }],
      about: [{ reference }],
    });
  const inDoubt = { state: 'set-aside', why: 'in-doubt' };
  assert.deepEqual(fate('t', [task({ reference: 'Patient/p2' })]), inDoubt);
  assert.deepEqual(fate('t', [message('Patient/p2')]), inDoubt);
  assert.equal(fate('t', [task({ reference: 'Patient/p1' })]).state, 'shown');
  assert.equal(fate('t', [message('Observation/o')]).state, 'shown');
});
