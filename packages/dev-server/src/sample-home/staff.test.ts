import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { PractitionerRole, Resource } from '@medplum/fhirtypes';
import { sampleHome } from './sample-home.ts';
import { sampleStaff } from './staff.ts';

const rolesIn = (resources: readonly Resource[]): readonly PractitionerRole[] =>
  resources.filter((one) => one.resourceType === 'PractitionerRole');
const { resources } = sampleHome();
const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));

test('whoever may sign in has a Practitioner, and one role with words and an organisation', () => {
  const roles = rolesIn(resources);
  for (const { key, fhirUser, role } of sampleStaff()) {
    assert.ok(known.has(fhirUser), key);
    const held = roles.filter(({ practitioner }) => practitioner?.reference === fhirUser);
    assert.equal(held.length, 1, key);
    const [one] = held;
    assert.equal(one?.code?.[0]?.text, role);
    assert.ok(known.has(one.organization?.reference ?? ''), key);
  }
});

test('ids of staff stay from one release to the next', () => {
  const subjects = Object.fromEntries(sampleStaff().map(({ key, sub }) => [key, sub]));
  assert.equal(subjects['gp'], '18ada77d-eedc-0107-8855-a3e77bcae1e2');
  assert.equal(subjects['nurse'], '94a3f075-7911-3be8-ba58-2101cb2d006f');
});

test('passes say the same in the record as at sign-in, and name a resident who lives here', () => {
  const passes = sampleStaff().filter(({ until }) => until !== undefined);
  assert.deepEqual(
    passes.map(({ key }) => key),
    ['visiting', 'agency'],
  );
  for (const { fhirUser, until } of passes) {
    const role = rolesIn(resources).find(({ practitioner }) => practitioner?.reference === fhirUser);
    assert.equal(role?.period?.end, until);
  }
  assert.ok(known.has(`Patient/${passes[0]?.patient}`));
  assert.equal(passes[1]?.patient, undefined);
});

/** A moment, and the shift around it. In the night to 25 October 2026 the clocks go back. */
const SHIFTS = [
  ['2026-11-21T09:30:00Z', '2026-11-21T08:00:00+00:00', '2026-11-21T20:00:00.000Z'],
  ['2026-07-01T06:30:00Z', '2026-06-30T20:00:00+01:00', '2026-07-01T07:00:00.000Z'],
  ['2026-10-24T23:00:00Z', '2026-10-24T20:00:00+01:00', '2026-10-25T07:00:00.000Z'],
] as const;
for (const [now, start, end] of SHIFTS)
  test(`the shift around ${now} has 12 hours`, () => {
    const periods = rolesIn(sampleHome({ now }).resources).flatMap(({ period }) => period ?? []);
    assert.deepEqual(periods, [
      { start, end },
      { start, end },
    ]);
  });

test('the page on signing in names everybody who may', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/signing-in.md'), 'utf8');
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  for (const { key, name, role, organisation } of sampleStaff())
    assert.deepEqual(
      rows.find(([, cell]) => cell === `\`${key}\``)?.slice(2, 5),
      [name, role, organisation],
      key,
    );
});
