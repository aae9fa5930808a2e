import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../entry.ts';
import { isAnotherPerson, isNamedAsAnother } from './another-person.ts';

const NHS = 'https://fhir.nhs.uk/Id/nhs-number';
const person = (fields: Record<string, unknown>): JsonObject => ({ resourceType: 'Patient', ...fields });
const numbered = (...values: readonly string[]) => ({
  identifier: values.map((value) => ({ system: NHS, value })),
});
const named = (...families: readonly string[]) => ({ name: families.map((family) => ({ family })) });
const IVY = { ...numbered('9990000018'), ...named('Holloway'), birthDate: '1936-02-11' };

/** Either way round, because neither of two records comes first. */
function differ(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const [one, other] = [isAnotherPerson(person(a), person(b)), isAnotherPerson(person(b), person(a))];
  assert.equal(one, other);
  return one;
}

test('another NHS number is another person, whatever else agrees', () => {
  assert.equal(differ(IVY, IVY), false);
  assert.equal(differ(IVY, { ...IVY, ...numbered('9990000026') }), true);
  assert.equal(differ(IVY, { ...IVY, ...numbered('9990000026', '9990000018') }), false, 'one is shared');
});

test('a number of another system, or none, tells nobody apart', () => {
  const hospital = { identifier: [{ system: 'https://hospital.example/id', value: 'H 12' }] };
  assert.equal(differ(IVY, { ...IVY, ...hospital }), false);
  assert.equal(differ(IVY, { ...IVY, identifier: [] }), false);
});

test('without numbers, birth date and family name together are another person, and one of them is a correction', () => {
  const [a, b] = [
    { ...named('Holloway'), birthDate: '1936-02-11' },
    { ...named('Brierley'), birthDate: '1941-08-30' },
  ];
  assert.equal(differ(a, b), true);
  assert.equal(differ(a, { ...b, ...named('HOLLOWAY ') }), false, 'the family name agrees in other letters');
  assert.equal(differ(a, { ...b, ...named('Brierley', 'Holloway') }), false, 'one of her names agrees');
  assert.equal(differ(a, { ...b, birthDate: '1936-02-11T00:00:00Z' }), false, 'a time is no other birth');
  for (const missing of [{ birthDate: undefined }, { name: undefined }])
    assert.equal(differ(a, { ...b, ...missing }), false, 'what is missing proves nothing');
});

test('of a name that is only text, the last word counts as the family name', () => {
  const a = { name: [{ text: 'Ivy Holloway' }], birthDate: '1936-02-11' };
  assert.equal(differ(a, { ...named('Holloway'), birthDate: '1941-08-30' }), false);
  assert.equal(differ(a, { ...named('Ivy'), birthDate: '1941-08-30' }), true);
});

const OWN = person({ name: [{ family: 'Holloway', given: ['Ivy', 'Zoë'] }, { text: 'Ivy Marsh' }] });
const isOther = (display: string, patient: JsonObject | null = OWN) => isNamedAsAnother({ display }, patient);

for (const display of ['Ned Brierley', 'Mr Ned Brierley', 'BRIERLEY, Ned (Mr)'])
  test(`a reference that names somebody else is about somebody else: ${display}`, () =>
    assert.equal(isOther(display), true));

for (const display of [
  'Ivy Holloway',
  'Ned Holloway',
  'HOLLOWAY',
  'Mrs I Holloway',
  'Zoe Brierley',
  'Ned Marsh',
  'Brierley',
  'N B',
  'Patient 12',
  'The Resident',
  'Mr Brierley',
  '',
])
  test(`a reference that may mean the resident is not taken for another: "${display}"`, () =>
    assert.equal(isOther(display), false));

test('nobody is another where the resident has no name, or the reference has none', () => {
  assert.equal(isOther('Ned Brierley', null), false);
  assert.equal(isOther('Ned Brierley', person({})), false);
  assert.equal(isNamedAsAnother({}, OWN), false);
});
