import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition, Group, Patient, Resource } from '@medplum/fhirtypes';
import { referencesIn } from '../repository/references.ts';
import { DEMO_NOW } from './days.ts';
import { sampleHome } from './sample-home.ts';

const { resources } = sampleHome();

function all<T extends Resource['resourceType']>(type: T): Extract<Resource, { resourceType: T }>[] {
  return resources.filter((one): one is Extract<Resource, { resourceType: T }> => one.resourceType === type);
}

const share = (patients: ReadonlySet<string>): number => patients.size / all('Patient').length;

const withStatement = (title: string): Set<string> =>
  new Set(
    all('Observation')
      .filter((one) => one.code.text === title)
      .map((one) => one.subject?.reference ?? ''),
  );

const COGNITIVE = /dementia|alzheimer|lewy|memory|learning disability|down's|brain injury|huntington/i;

const about = (conditions: readonly Condition[], words: RegExp): Set<string> =>
  new Set(
    conditions
      .filter(({ code }) => words.test(code?.text ?? ''))
      .map(({ subject }) => subject.reference ?? ''),
  );

// The sample home's figures (clinical rule 12.6) follow what is known about people in England's care homes.

test('thirty residents are on one roster, which refers only to patients of this home', () => {
  const [group] = all('Group');
  const members = (group as Group).member?.map(({ entity }) => entity.reference) ?? [];
  assert.equal(group?.name, 'Rowan Court residents');
  assert.deepEqual(
    members,
    all('Patient').map(({ id }) => `Patient/${id}`),
  );
  assert.equal(members.length, 30);
});

test('about two-thirds need help to move', () => {
  const help = share(withStatement('Help to move'));
  assert.ok(help > 0.6 && help < 0.73, String(help));
});

test('about four-fifths have dementia or another cognitive impairment', () => {
  const impaired = share(about(all('Condition'), COGNITIVE));
  assert.ok(impaired > 0.74 && impaired < 0.86, String(impaired));
});

test('about two-thirds are incontinent', () => {
  const incontinent = share(withStatement('Continence'));
  assert.ok(incontinent > 0.6 && incontinent < 0.73, String(incontinent));
});

test('the median is nine medicines, and one resident takes twenty-four', () => {
  const counts = all('Patient')
    .map(
      ({ id }) =>
        all('MedicationStatement').filter(
          ({ subject, status }) => status === 'active' && subject.reference === `Patient/${id}`,
        ).length,
    )
    .toSorted((a, b) => a - b);
  assert.equal(((counts[14] ?? 0) + (counts[15] ?? 0)) / 2, 9);
  assert.equal(counts.at(-1), 24);
});

test('about one in six is under 65, some with a learning disability', () => {
  const young = all('Patient').filter(({ birthDate }) => (birthDate ?? '') > '1961-11-21');
  assert.ok(Math.abs(young.length / 30 - 0.16) < 0.02, String(young.length));
  const disabled = about(all('Condition'), /learning disability|down's/i);
  assert.equal(young.filter(({ id }) => disabled.has(`Patient/${id}`)).length, 2);
});

test('falls recur: a resident fell twice within ninety days', () => {
  const falls = all('Encounter').filter(({ type }) => type?.[0]?.text === 'Fall in the home');
  const fallers = falls.map(({ subject }) => subject?.reference);
  assert.ok(falls.length >= 6);
  assert.ok(fallers.length > new Set(fallers).size);
});

test('every NHS number is in the test range, is unique, and passes modulus 11', () => {
  const numbers = all('Patient').flatMap(({ identifier }: Patient) =>
    (identifier ?? []).flatMap(({ system, value }) => (system?.endsWith('nhs-number') ? [value ?? ''] : [])),
  );
  assert.equal(numbers.length, 28);
  assert.equal(new Set(numbers).size, 28);
  for (const number of numbers) {
    assert.match(number, /^999\d{7}$/);
    const sum = number
      .split('')
      .reduce((total, digit, i) => total + (i < 9 ? Number(digit) * (10 - i) : 0), 0);
    assert.equal((11 - (sum % 11)) % 11, Number(number[9]), number);
  }
});

test('every telephone number is in the range that Ofcom reserves for drama', () => {
  const { placeConfiguration } = sampleHome();
  const text = JSON.stringify([resources, placeConfiguration]);
  const numbers = text.match(/\b0\d{4} \d{6}\b/g) ?? [];
  assert.ok(numbers.length > 30);
  for (const number of numbers) assert.match(number, /^01632 960\d{3}$/);
});

test('every reference leads to a resource of the home, and every id is opaque and unique', () => {
  const addresses = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  assert.equal(addresses.size, resources.length);
  for (const resource of resources) {
    assert.match(resource.id ?? '', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    for (const reference of referencesIn(resource)) assert.ok(addresses.has(reference), reference);
  }
});

test('the same now and seed give the same home; another seed gives other ids and readings', () => {
  assert.deepEqual(sampleHome({ now: DEMO_NOW, seed: 1 }), sampleHome());
  assert.notDeepEqual(sampleHome({ seed: 2 }).patientIds, sampleHome().patientIds);
});

test('the story moves with the day of the demo', () => {
  const { resources: later } = sampleHome({ now: '2027-07-01T08:00:00Z' });
  const dates = later.flatMap((one) =>
    one.resourceType === 'Observation' ? [one.effectiveDateTime ?? ''] : [],
  );
  // All but the weight that was entered under a date in next year.
  const [slip, newest] = dates.toSorted().toReversed();
  assert.deepEqual([slip, newest?.slice(0, 10)], ['2028-06-29', '2027-07-01']);
  assert.ok(dates.some((date) => date.endsWith('+01:00')));
});
