import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, build, PATIENT, value } from '../../record.fixtures.ts';

const own = (fields: object) => [{ ...PATIENT, ...fields }];
const nameOf = (fields: object) => value('identity', [], { resources: own(fields) });

for (const [what, name] of [
  ['a prefix', [{ family: 'Ashworth', given: ['Margaret'], prefix: 'Mrs' }]],
  ['a given name', [{ family: 'Ashworth', given: 'Margaret', prefix: ['Mrs'] }]],
  ['the whole name', { family: 'Ashworth', given: ['Margaret'], prefix: ['Mrs'] }],
] as const) {
  test(`${what} alone where FHIR has a list is read as a list of one, and no part of the name is lost`, () => {
    const { name: found, cautions } = nameOf({ name });
    assert.deepEqual(found, { family: 'Ashworth', given: ['Margaret'], title: 'Mrs', text: null });
    assert.deepEqual(cautions, []);
  });
}

test('a malformed value, even as a list of one, is dropped with a caution', () => {
  assert.deepEqual(nameOf({ name: 7 }).cautions, ['partly-unreadable']);
});

test('a mark of restriction or of a mistake also counts when it stands alone', () => {
  const { view } = build([], { resources: own({ meta: { security: { code: 'R' } } }) });
  assert.equal(view.sections.allergies.state, 'withheld');
  const mistake = allergy('a', 'Latex', { verificationStatus: { coding: { code: 'entered-in-error' } } });
  assert.ok(!JSON.stringify(build([mistake]).view).includes('Latex'));
});
