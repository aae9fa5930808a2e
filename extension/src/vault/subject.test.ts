import assert from 'node:assert/strict';
import { test } from 'node:test';
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
