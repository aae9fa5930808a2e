import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atOnce } from '@ehch/fhir';
import { missingReferences as inSteps } from './missing-references.ts';

const missingReferences = (resources: readonly unknown[]) => atOnce(inSteps(resources));

const medicine = (reference: object) => ({
  resourceType: 'MedicationRequest',
  id: 'r',
  medicationReference: reference,
});

test('a missing resource is asked for once', () => {
  const missing = missingReferences([
    medicine({ reference: 'Medication/m1' }),
    medicine({ reference: 'Medication/m1' }),
    { resourceType: 'Medication', id: 'm2' },
    medicine({ reference: 'Medication/m2' }),
  ]);
  assert.deepEqual([...missing], [['Medication', ['m1']]]);
});

test('a reference with its own display, to a contained resource or to another server is not asked for', () => {
  const missing = missingReferences([
    medicine({ reference: 'Medication/m1', display: 'amlodipine' }),
    medicine({ reference: '#inside' }),
    medicine({ reference: 'https://elsewhere.example/fhir/Medication/9' }),
    medicine({ reference: 'Medication/../../admin' }),
  ]);
  assert.equal(missing.size, 0);
});

test('a versioned reference leads to the same resource', () => {
  assert.deepEqual(
    [...missingReferences([medicine({ reference: 'Medication/m1/_history/3' })])],
    [['Medication', ['m1']]],
  );
});

test('a Location and an Organization are asked for although the reference has a display: they say more than a name', () => {
  const missing = missingReferences([
    { resourceType: 'Location', id: 'room', partOf: { reference: 'Location/home', display: 'The Laurels' } },
    { generalPractitioner: [{ reference: 'Organization/gp', display: 'Ridgeway Surgery' }] },
  ]);
  assert.deepEqual(
    [...missing],
    [
      ['Location', ['home']],
      ['Organization', ['gp']],
    ],
  );
});
