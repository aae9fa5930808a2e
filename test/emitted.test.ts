import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everythingEmitted } from './emitted/everything.ts';
import { structureFaults } from './emitted/r4-structure.ts';

const all = everythingEmitted(1);

test('everything that leaves this product is FHIR R4: no unknown element, wrong type, number or format', () => {
  const faults = new Set(
    all.flatMap(({ from, resource }) => structureFaults(resource).map((fault) => `${from}: ${fault}`)),
  );
  assert.deepEqual([...faults], []);
});

test('no display item of a form that is sent has a display category, which R4 forbids there', () => {
  const questionnaires = all.filter(({ resource }) => resource['resourceType'] === 'Questionnaire');
  assert.ok(questionnaires.length > 30);
  for (const { from, resource } of questionnaires)
    assert.equal(JSON.stringify(resource).includes('questionnaire-displayCategory'), false, from);
});

test('the check looks at every kind of resource that this product writes', () => {
  assert.deepEqual([...new Set(all.map(({ resource }) => String(resource['resourceType'])))].toSorted(), [
    'AuditEvent',
    'CarePlan',
    'Communication',
    'Consent',
    'DocumentReference',
    'Flag',
    'Goal',
    'Observation',
    'Provenance',
    'Questionnaire',
    'QuestionnaireResponse',
    'RelatedPerson',
    'Task',
  ]);
});

test('the check finds an element that R4 does not have, one that is missing, and one of the wrong type', () => {
  const sound = all.find(({ resource }) => resource['resourceType'] === 'Observation')?.resource ?? {};
  const { status: _, ...unstated } = sound;
  for (const broken of [{ ...sound, colour: 'red' }, unstated, { ...sound, effectiveDateTime: 'yesterday' }])
    assert.notDeepEqual(structureFaults(broken), []);
});
