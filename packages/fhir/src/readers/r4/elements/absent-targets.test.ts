import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, allergy, value, type Json } from '../../../record.fixtures.ts';

const UK = 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-';
const problem = (...extension: readonly Json[]) =>
  about('Condition', 'c', { code: { text: 'Rash' }, extension });
const to = (reference: string, display?: string) => ({ reference, display });
const moreOf = (...resources: readonly Json[]) => value('problems', resources)[0]?.more;

test('an extension that only points to a record is harmless if the record arrived', () => {
  const extension = [
    { url: `${UK}ActualProblem`, valueReference: to('AllergyIntolerance/a') },
    {
      url: `${UK}RelatedProblemHeader`,
      extension: [
        { url: 'type', valueCode: 'parent' },
        { url: 'target', valueReference: to('Condition/c') },
      ],
    },
  ];
  assert.equal(moreOf(problem(...extension), allergy('a', 'Penicillin')), undefined);
});

test('a record that an extension points to, and that did not arrive, is shown with the fact', () => {
  const extension = [
    { url: `${UK}ActualProblem`, valueReference: to('AllergyIntolerance/a', 'Penicillin rash') },
    {
      url: `${UK}RelatedProblemHeader`,
      extension: [{ url: 'target', valueReference: to('Condition/gone') }],
    },
    { url: `${UK}RelatedClinicalContent`, valueReference: to('Observation/gone') },
    { url: 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal', valueReference: to('Goal/g') },
  ];
  assert.deepEqual(moreOf(problem(...extension)), [
    { name: 'actual problem', text: 'Penicillin rash' },
    { name: 'related problem header', text: null },
    { name: 'related clinical content', text: null },
    { name: 'resource pertains to goal', text: null },
  ]);
});
