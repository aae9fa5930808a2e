import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hl7, snomed } from '../../../record.fixtures.ts';
import { answerTo } from './absent-reason.ts';
import { answerIn, type AnswerSense } from './answered.ts';
import type { Valued } from './value-words.ts';

type Wary = ReturnType<typeof answerTo>;

/** What the strict reader and the wary reader made of a word before both used one table. */
const BEFORE: readonly (readonly [sure: AnswerSense, wary: Wary, ...words: readonly string[]])[] = [
  ['yes', 'stands', 'yes', 'y', 'true', 'present', 'positive'],
  ['no', 'denied', 'no', 'none', 'nil', 'false', 'absent', 'negative', 'not present'],
  ['other', 'denied', 'not', 'not found', 'not detected', 'not frail', 'not on oxygen', 'denies', 'denied'],
  ['other', 'denied', 'ruled out', 'refuted', 'excluded'],
  ['absent', 'not-known', 'unknown', 'not known', 'not asked', 'not stated', 'not recorded'],
  ['other', 'not-known', 'not sure', 'unsure', 'uncertain', 'undetermined', 'cannot say', 'not assessed'],
  ['other', 'not-known', 'unknown at present', 'no change since May', 'never', 'without aid', 'no straws'],
  ['other', 'stands', 'severe', 'only at night', 'known', 'since the fracture', 'yes, at night'],
];

/** Where the earlier reading was wrong, and why. */
const MENDED: typeof BEFORE = [
  // The strict reader saw no reason in it, the wary one a denial: whoever needs no answer has not said no.
  ['absent', 'not-known', 'not applicable'],
  // For the wary reader the finding held.
  ['absent', 'not-known', 'n/a'],
  ['no', 'denied', 'n'],
  // "No" with the tag of its code is a plain no for both.
  ['no', 'denied', 'No (qualifier value)', 'Absent (qualifier value)'],
  // Words in brackets limit the yes, and the strict reader took the yes alone.
  ['other', 'stands', 'yes (until discharge)'],
];

const PLACES: readonly ((text: string) => Valued)[] = [
  (text) => ({ valueString: text }),
  (text) => ({ valueCodeableConcept: { text } }),
  (text) => ({ valueCodeableConcept: { coding: [{ display: text }] } }),
  (text) => ({ valueCodeableConcept: { coding: [{ system: 'http://example.org', code: '7' }], text } }),
];

const row = fc
  .constantFrom(...BEFORE, ...MENDED)
  .chain(([sure, wary, ...all]) => fc.tuple(fc.constant(sure), fc.constant(wary), fc.constantFrom(...all)));
const written = (text: string) =>
  fc
    .tuple(
      fc.constantFrom(text, text.toUpperCase(), text.slice(0, 1).toUpperCase() + text.slice(1)),
      fc.constantFrom('', '.', '!'),
      fc.constantFrom('', ' '),
    )
    .map(([word, end, space]) => space + word + end + space);

test('a word is the same answer in every place and spelling, for each reader as before', () => {
  fc.assert(
    fc.property(
      row.chain(([sure, wary, text]) =>
        fc.tuple(fc.constant(sure), fc.constant(wary), written(text), fc.constantFrom(...PLACES)),
      ),
      ([sure, wary, text, place]) => {
        assert.deepEqual([answerIn(place(text)), answerTo(place(text))], [sure, wary], text);
      },
    ),
    { numRuns: 2000 },
  );
});

const CODED = [
  ['yes', 'stands', snomed('373066001')],
  ['no', 'denied', snomed('373067005')],
  ['no', 'denied', snomed('2667000')],
  ['no', 'denied', hl7('v2-0136', 'N')],
  ['other', 'denied', snomed('410516002')],
  ['other', 'denied', { coding: [{ system: 'http://example.org', code: 'no' }] }],
  ['absent', 'not-known', snomed('261665006')],
  ['absent', 'not-known', hl7('v3-NullFlavor', 'UNK')],
  ['other', 'not-known', snomed('373068000')],
  ['other', 'stands', hl7('v3-ObservationInterpretation', 'N')],
] as const;

test('a code is the same answer for each reader as before, and HL7’s N for normal is no longer a no', () => {
  for (const [sure, wary, valueCodeableConcept] of CODED)
    assert.deepEqual(
      [answerIn({ valueCodeableConcept }), answerTo({ valueCodeableConcept })],
      [sure, wary],
      JSON.stringify(valueCodeableConcept),
    );
});

test('a code and words that differ are no answer for any reader: nothing is denied, and nothing holds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CODED), row, ([sure, wary, concept], [saidSure, saidWary, text]) => {
      const both = { valueCodeableConcept: { ...concept, text } };
      const isOther = sure === 'other' && wary === 'stands';
      if (sure !== saidSure && sure !== 'other') assert.equal(answerIn(both), 'other', text);
      // The wary reader used to take the denial, whatever was beside it, and the finding vanished.
      if (wary !== saidWary && !isOther) assert.equal(answerTo(both), 'not-known', text);
    }),
    { numRuns: 2000 },
  );
});

test('a yes or no beside other words is an answer only where both say the same', () => {
  assert.equal(answerTo({ valueBoolean: false }), 'denied');
  assert.equal(answerTo({ valueBoolean: false, valueString: 'No.' }), 'denied');
  assert.equal(answerTo({ valueBoolean: false, valueString: 'yes' }), 'not-known');
});
