import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PartOnScreen } from '../messages/page.ts';
import { ANNE } from './hand-driven.fixtures.ts';
import { sameSubject, subjectOf, type Report } from './subject.ts';

const anne: Report = { kind: 'person', id: 'a', person: ANNE, origin: 'https://gp.example' };
const unclear: Report = { kind: 'ambiguous', id: 'b' };

test('frames with the same person report one person, and no frames report nobody', () => {
  const { id, ...person } = anne;
  assert.deepEqual(subjectOf([anne, { ...anne, id: `another than ${id}` }]), person);
  assert.deepEqual(subjectOf([]), { kind: 'nobody' });
});

for (const [what, other] of [
  ['another number', { ...anne, person: { ...ANNE, nhsNumber: '9990000026' } }],
  ['another date of birth', { ...anne, person: { ...ANNE, born: '1938-11-02' } }],
  ['no date of birth', { ...anne, person: { ...ANNE, born: null } }],
  ['another family name', { ...anne, person: { ...ANNE, family: 'ASHTON' } }],
  ['another given name', { ...anne, person: { ...ANNE, given: 'Bess' } }],
  ['the same person on another site', { ...anne, origin: 'https://other.example' }],
] as const)
  test(`frames of which one reports ${what} make the tab ambiguous`, () => {
    assert.deepEqual(subjectOf([anne, other]), { kind: 'ambiguous' });
    assert.equal(sameSubject(anne, other), false);
  });

test('one ambiguous frame makes the tab ambiguous, whatever the others report', () => {
  for (const reports of [[anne, unclear] as const, [unclear, anne] as const])
    assert.deepEqual(subjectOf(reports), { kind: 'ambiguous' });
});

const part = (person: Partial<PartOnScreen>, more: { adapter?: string; origin?: string } = {}): Report => ({
  kind: 'part',
  id: 'p',
  adapter: 'frames',
  origin: 'https://gp.example',
  person: { nhsNumber: null, born: null, family: null, given: null, ...person },
  ...more,
});
const number = part({ nhsNumber: ANNE.nhsNumber, family: ANNE.family });
const born = part({ born: ANNE.born, given: ANNE.given });

test('parts of one person in several frames are that person, in any order', () => {
  const anneAsWhole = { kind: 'person', person: ANNE, origin: 'https://gp.example' };
  assert.deepEqual(subjectOf([number, born]), anneAsWhole);
  assert.deepEqual(subjectOf([born, number, born]), anneAsWhole);
});

test('a part without a number is nobody yet, and a number without its date of birth says so', () => {
  assert.deepEqual(subjectOf([born]), { kind: 'nobody' });
  const alone = { nhsNumber: ANNE.nhsNumber, born: null, family: ANNE.family, given: null };
  assert.deepEqual(subjectOf([number]), { kind: 'person', person: alone, origin: 'https://gp.example' });
});

for (const [what, reports] of [
  ['of two adapters', [number, part({ born: ANNE.born }, { adapter: 'others' })]],
  ['from two sites', [number, part({ born: ANNE.born }, { origin: 'https://other.example' })]],
  ['with two numbers', [number, born, part({ nhsNumber: '9990000026' })]],
  ['with two dates of birth', [number, born, part({ born: '1938-11-02' })]],
  ['with two names', [number, part({ born: ANNE.born, family: 'ASHTON' })]],
  ['beside a whole person', [number, born, anne]],
  ['beside a frame that is unclear', [number, born, unclear]],
] as const)
  test(`parts ${what} make the tab ambiguous`, () => {
    assert.deepEqual(subjectOf(reports), { kind: 'ambiguous' });
    assert.deepEqual(subjectOf(reports.toReversed()), { kind: 'ambiguous' });
  });

test('whatever parts stand in whatever order, only what they all allow is joined', () => {
  const maybe = <T>(...values: readonly T[]) => fc.constantFrom(null, ...values);
  const any = fc.record({
    nhsNumber: maybe('9990000018', '9990000026'),
    born: maybe('1938-03-09', '1941-07-14'),
    family: maybe('ASHWORTH', 'Ashworth', 'HUGHES'),
    given: maybe('Doris'),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), (people) => {
      const subject = subjectOf(people.map((person) => part(person)));
      const reversed = subjectOf(people.toReversed().map((person) => part(person)));
      assert.equal(subject.kind, reversed.kind);
      const values = (key: keyof PartOnScreen) =>
        new Set(people.flatMap((person) => person[key]?.toLowerCase() ?? []));
      const isContradictory = (['nhsNumber', 'born', 'family', 'given'] as const).some(
        (key) => values(key).size > 1,
      );
      if (isContradictory) return assert.equal(subject.kind, 'ambiguous');
      assert.equal(subject.kind, values('nhsNumber').size === 1 ? 'person' : 'nobody');
      if (subject.kind === 'person')
        for (const key of ['nhsNumber', 'born', 'family', 'given'] as const)
          assert.equal(subject.person[key]?.toLowerCase(), [...values(key)][0]);
    }),
  );
});
