import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergy, build, PATIENT, value, type Json } from '../../record.fixtures.ts';

const HTEST: Json = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  code: 'HTEST',
  display: 'test health data',
};

for (const field of ['tag', 'security']) {
  const meta = { [field]: [HTEST] };

  test(`a fact marked as test data in meta.${field} says so`, () => {
    const [found] = value('allergies', [allergy('a', 'Latex', { meta })]).map((one) => [
      one.cautions,
      one.more,
    ]);
    assert.deepEqual(found, [['test-data'], undefined]);
  });

  test(`a person whose record is marked as test data in meta.${field} is shown as one`, () => {
    const { identity } = build([], { resources: [{ ...PATIENT, meta }] }).view.sections;
    assert.ok(identity.state === 'known' && identity.content.kind === 'recorded');
    assert.deepEqual(identity.content.value.cautions, ['test-data']);
  });
}

test('a tag that names the carrier of a record adds no caution', () => {
  const meta = { tag: [{ system: 'https://example.org/workflow', code: 'batch-7' }] };
  assert.deepEqual(value('allergies', [allergy('a', 'Latex', { meta })])[0]?.cautions, []);
});
