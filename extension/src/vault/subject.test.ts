import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANNE } from './hand-driven.fixtures.ts';
import { sameSubject, subjectOf, type Report } from './subject.ts';

const anne: Report = { kind: 'person', person: ANNE, origin: 'https://gp.example' };

test('frames that say the same person say one, and no frame says nobody', () => {
  assert.deepEqual(subjectOf([anne, { ...anne }]), anne);
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
  test(`frames of which one says ${what} say nothing that can be trusted`, () => {
    assert.deepEqual(subjectOf([anne, other]), { kind: 'ambiguous' });
    assert.equal(sameSubject(anne, other), false);
  });

test('a frame that is in doubt puts the tab in doubt, whatever the others say', () => {
  for (const reports of [[anne, { kind: 'ambiguous' }] as const, [{ kind: 'ambiguous' }, anne] as const])
    assert.deepEqual(subjectOf(reports), { kind: 'ambiguous' });
});
