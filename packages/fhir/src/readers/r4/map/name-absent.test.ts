import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, content, hl7, section, value, type Json } from '../../../record.fixtures.ts';
import { listed, request, statement } from './medicine.fixtures.ts';

type Named = (concept: Json) => Json;
const asAllergy: Named = (code) => allergy('x', '', { code });
const asProblem: Named = (code) =>
  about('Condition', 'x', { clinicalStatus: hl7('condition-clinical', 'active'), code });
const asStatement: Named = (medicationCodeableConcept) => statement('x', { medicationCodeableConcept });

const SECTIONS = [
  ['allergies', asAllergy],
  ['problems', asProblem],
  ['medicines', asStatement],
] as const;

const extended = (valueCode: string): Json => ({
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode }],
});

for (const [name, concept, said] of [
  ['a code of data-absent-reason', hl7('data-absent-reason', 'asked-declined'), 'Declined'],
  ['an extension of the concept', extended('not-asked'), 'Not asked'],
  ['a null flavour', hl7('v3-NullFlavor', 'ASKU'), 'Asked, and not known'],
] as const) {
  test(`${name} in place of a name is shown as it is, and is neither a failure nor none`, () => {
    for (const [section, resource] of SECTIONS) {
      const found = content(section, [resource(concept)]);
      assert.ok(found.kind === 'not-recorded', section);
      assert.deepEqual(
        found.statements?.map(({ text }) => text),
        [said],
        section,
      );
    }
  });
}

test('a record whose name the source withholds is listed as withheld', () => {
  for (const masked of [
    hl7('data-absent-reason', 'masked'),
    hl7('v3-NullFlavor', 'MSK'),
    extended('masked'),
  ]) {
    assert.equal(value('allergies', [asAllergy(masked)])[0]?.substance, 'Name withheld by the source');
    assert.equal(value('problems', [asProblem(masked)])[0]?.text, 'Name withheld by the source');
    assert.equal(listed(asStatement(masked))[0]?.generic, 'Name withheld by the source');
  }
  const two = ['a', 'b'].map((id) =>
    request(id, { medicationCodeableConcept: hl7('data-absent-reason', 'masked') }),
  );
  assert.equal(listed(...two).length, 2, 'two names that are withheld may be two medicines');
});

test('"other", or "told in other words", in place of a name counts as unreadable', () => {
  for (const concept of [hl7('v3-NullFlavor', 'OTH'), hl7('data-absent-reason', 'as-text')])
    for (const [name, resource] of SECTIONS)
      assert.equal(section(name, [resource(concept)]).state, 'failed', name);
});
