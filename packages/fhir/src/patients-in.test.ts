import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patientsIn } from './patients-in.ts';
import { PATIENT, section, value } from './record.fixtures.ts';

const at = (server: string, resource: object) => ({
  fullUrl: `https://${server}.example/fhir/Patient/p1`,
  resource,
});
const page = (...entry: object[]) => ({ resourceType: 'Bundle', type: 'searchset', entry });
const ids = (...resources: unknown[]) => patientsIn(resources).map(({ id }) => id);
const other = { ...PATIENT, name: [{ family: 'Brierley', given: ['Ned'] }], birthDate: '1941-08-30' };

test('one person on two pages is one', () => {
  assert.deepEqual(ids(page(at('one', PATIENT)), page(at('one', PATIENT))), ['p1']);
  assert.deepEqual(ids(at('one', PATIENT), PATIENT), ['p1']);
});

test('of two versions of one person the newest is listed', () => {
  const older = { ...PATIENT, meta: { versionId: '1' }, name: [{ family: 'Ashworth', given: ['Old'] }] };
  const newer = { ...PATIENT, meta: { versionId: '2' } };
  const found = patientsIn([newer, older]);
  assert.deepEqual(
    found.map(({ name }) => name?.given),
    [['Margaret']],
  );
});

test('two people under one id on two servers are two, each by the full address', () => {
  assert.deepEqual(ids(at('one', PATIENT), at('two', other)), [
    'https://one.example/fhir/Patient/p1',
    'https://two.example/fhir/Patient/p1',
  ]);
});

test('a Patient that a Bundle deletes is nobody to choose', () => {
  assert.deepEqual(ids(page({ resource: PATIENT, request: { method: 'DELETE', url: 'Patient/p1' } })), []);
});

test('a Patient under a short address is found by it, and so is what names her by it', () => {
  const { id: _, ...nameless } = PATIENT;
  const resources = [
    { fullUrl: 'resource:0', resource: nameless },
    {
      fullUrl: 'resource:1',
      resource: {
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: { text: 'Influenza' },
        patient: { reference: 'resource:0' },
        occurrenceDateTime: '2026-10-01',
      },
    },
  ];
  assert.deepEqual(ids(...resources), ['resource:0']);
  const input = { resources, patient: 'resource:0' };
  assert.equal(value('identity', [], input).name?.family, 'Ashworth');
  assert.equal(value('events', [], input)[0]?.text, 'Influenza');
});

test('a Patient without an id under a relative address is found by it', () => {
  const { id: _, ...nameless } = PATIENT;
  const resources = [{ fullUrl: 'Patient/p1', resource: nameless }];
  assert.equal(value('identity', [], { resources }).name?.family, 'Ashworth');
});

test('an Encounter or a CareTeam about nobody fails nobody’s section', () => {
  const encounter = { resourceType: 'Encounter', id: 'e', status: 'finished', class: { code: 'AMB' } };
  const team = { resourceType: 'CareTeam', id: 't', status: 'active' };
  for (const name of ['events', 'plan', 'people'] as const) {
    const found = section(name, [encounter, team]);
    assert.deepEqual([found.state, found.state === 'known' && found.gaps], ['known', []], name);
  }
  // In words that name nobody for certain it may be hers.
  assert.equal(section('events', [{ ...encounter, subject: { display: 'M. Ashworth' } }]).state, 'failed');
});
