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

test('no period that leaves this product ends before it begins, or may do so where only the day is known (R4 per-1)', () => {
  const faults = all.flatMap(({ from, resource }) =>
    reversed(resource).map((period) => `${from}: ${period}`),
  );
  assert.deepEqual([...new Set(faults)], []);
  const periods = all.filter(({ resource }) => JSON.stringify(resource).includes('"period":{'));
  assert.ok(periods.length > 0);
  for (const [start, end] of [
    ['2026-11-21', '2026-11-20'],
    ['2026-11-20T10:00:00+00:00', '2026-11-20'],
  ])
    assert.equal(reversed({ resourceType: 'CarePlan', period: { start, end } }).length, 1);
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

/**
 * The periods whose end is before their start, or not known to be after it: a day and a moment of that day
 * cannot be compared.
 */
function reversed(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  const isOne = typeof start === 'string' && typeof end === 'string';
  const isSound = isOne && (start === end || start.slice(0, end.length) < end.slice(0, start.length));
  return [...(isOne && !isSound ? [`${start} to ${end}`] : []), ...Object.values(value).flatMap(reversed)];
}
