import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hl7, snomed } from '../../../record.fixtures.ts';
import { absentWords, answerIn, type AnswerSense, type AnsweredValue } from './answered.ts';

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

for (const [name, value, answer] of [
  ['nothing', {}, 'unanswered'],
  ['true', { valueBoolean: true }, 'yes'],
  ['false', { valueBoolean: false }, 'no'],
  ['SNOMED CT Yes', { valueCodeableConcept: snomed('373066001') }, 'yes'],
  ['SNOMED CT Present', { valueCodeableConcept: snomed('52101004', 'Present') }, 'yes'],
  ['SNOMED CT No', { valueCodeableConcept: snomed('373067005', 'No (qualifier value)') }, 'no'],
  ['SNOMED CT Absent', { valueCodeableConcept: snomed('2667000') }, 'no'],
  ['SNOMED CT Negative', { valueCodeableConcept: snomed('260385009') }, 'no'],
  ['LOINC Yes', { valueCodeableConcept: loinc('LA33-6') }, 'yes'],
  ['LOINC No', { valueCodeableConcept: loinc('LA32-8') }, 'no'],
  ['HL7 Y', { valueCodeableConcept: hl7('v2-0136', 'Y') }, 'yes'],
  ['HL7 N', { valueCodeableConcept: hl7('v2-0136', 'N') }, 'no'],
  ['SNOMED CT Unknown', { valueCodeableConcept: snomed('261665006') }, 'absent'],
  ['a null flavour', { valueCodeableConcept: hl7('v3-NullFlavor', 'UNK') }, 'absent'],
  ['the word No', { valueString: 'No.' }, 'no'],
  ['the word Yes in a concept', { valueCodeableConcept: { text: 'Yes' } }, 'yes'],
  ['the display Absent', { valueCodeableConcept: { coding: [{ display: 'Absent' }] } }, 'no'],
  ['a code that its text denies', { valueCodeableConcept: { ...snomed('373066001'), text: 'No' } }, 'other'],
  ['words of its own', { valueString: 'only at night' }, 'other'],
  ['a number', { valueInteger: 0 }, 'other'],
  ['a quantity', { valueQuantity: { value: 1 } }, 'other'],
  ['a day', { valueDateTime: '2026-01-01' }, 'other'],
  ['a reason why there is none', { dataAbsentReason: hl7('data-absent-reason', 'asked-declined') }, 'absent'],
  ['the words "not asked"', { valueString: 'Not asked' }, 'absent'],
] as const satisfies readonly (readonly [string, AnsweredValue, AnswerSense])[]) {
  test(`a finding with ${name} is answered "${answer}"`, () => assert.equal(answerIn(value), answer));
}

test('the reason for a missing answer is in its own words, else in those of its code', () => {
  const reason = hl7('data-absent-reason', 'asked-declined');
  assert.equal(absentWords({ dataAbsentReason: reason }), 'declined');
  assert.equal(absentWords({ dataAbsentReason: { ...reason, text: 'She was asleep' } }), 'She was asleep');
  assert.equal(absentWords({ valueString: 'Not asked' }), 'Not asked');
  assert.equal(absentWords({ valueCodeableConcept: hl7('v3-NullFlavor', 'UNK') }), 'not known');
});
