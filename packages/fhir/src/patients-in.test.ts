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

test('a person on two pages is listed once', () => {
  assert.deepEqual(ids(page(at('one', PATIENT)), page(at('one', PATIENT))), ['p1']);
  assert.deepEqual(ids(at('one', PATIENT), PATIENT), ['p1']);
});

test('only the newest of two versions of a person is listed', () => {
  const older = { ...PATIENT, meta: { versionId: '1' }, name: [{ family: 'Ashworth', given: ['Old'] }] };
  const newer = { ...PATIENT, meta: { versionId: '2' } };
  const found = patientsIn([newer, older]);
  assert.deepEqual(
    found.map(({ name }) => name?.given),
    [['Margaret']],
  );
});

test('two people under one id on two servers are listed as two, each by the full address', () => {
  assert.deepEqual(ids(at('one', PATIENT), at('two', other)), [
    'https://one.example/fhir/Patient/p1',
    'https://two.example/fhir/Patient/p1',
  ]);
});

test('nobody can choose a Patient that a Bundle deletes', () => {
  assert.deepEqual(ids(page({ resource: PATIENT, request: { method: 'DELETE', url: 'Patient/p1' } })), []);
});

test('a Patient is found by its short address, and so are the records that use the address', () => {
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

test('a Patient without an id is found by its relative address', () => {
  const { id: _, ...nameless } = PATIENT;
  const resources = [{ fullUrl: 'Patient/p1', resource: nameless }];
  assert.equal(value('identity', [], { resources }).name?.family, 'Ashworth');
});

test('an Encounter or a CareTeam about nobody fails no section', () => {
  const encounter = { resourceType: 'Encounter', id: 'e', status: 'finished', class: { code: 'AMB' } };
  const team = { resourceType: 'CareTeam', id: 't', status: 'active' };
  for (const name of ['events', 'plan', 'people'] as const) {
    const found = section(name, [encounter, team]);
    assert.deepEqual([found.state, found.state === 'known' && found.gaps], ['known', []], name);
  }
  // Words that name nobody for certain may mean the resident.
  assert.equal(section('events', [{ ...encounter, subject: { display: 'M. Ashworth' } }]).state, 'failed');
});

test('a CHI number is found apart from the NHS number, and two that differ are none', () => {
  const chi = (value: string) => ({ type: { text: 'CHI number (Scotland)' }, value });
  const found = (...identifier: object[]) =>
    patientsIn([{ resourceType: 'Patient', id: 'p', identifier }]).map(({ chiNumber, nhsNumber }) => [
      chiNumber,
      nhsNumber.state,
    ]);
  assert.deepEqual(found(chi('310239 0048')), [['3102390048', 'none']]);
  assert.deepEqual(found(chi('3102390048'), chi('310-239-0048')), [['3102390048', 'none']]);
  assert.deepEqual(found(chi('3102390048'), chi('3102390056')), [[undefined, 'none']]);
  assert.deepEqual(found(chi('a hundred')), [[undefined, 'none']]);
});
