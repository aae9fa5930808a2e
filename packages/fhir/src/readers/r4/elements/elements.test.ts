import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cautions } from '../cautions.ts';
import type { JsonObject } from '../../../entry.ts';
import { RESOURCES, type ReadableType } from '../resources/index.ts';
import { moreOf } from './more.ts';
import { elementsOf } from './walk.ts';
import { elementName, elementText } from './words.ts';

const condition = { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/p' } };
const fates = (type: ReadableType, raw: JsonObject) =>
  Object.fromEntries(elementsOf(RESOURCES[type], raw).map(({ path, fate }) => [path, fate]));
const more = (raw: JsonObject) => moreOf(RESOURCES.Condition, { ...condition, ...raw });

test('every element has exactly one fate: read, harmless, or more', () => {
  assert.deepEqual(fates('Condition', { ...condition, code: { text: 'Asthma' }, oddity: 'x' }), {
    resourceType: 'harmless',
    id: 'read',
    'subject.reference': 'read',
    'code.text': 'read',
    oddity: 'more',
  });
});

test('an element that no schema names and no list calls harmless is shown with its text', () => {
  assert.deepEqual(more({ oddity: { coding: [{ code: '7', display: 'Left foot' }] } }), [
    { name: 'oddity', text: 'Left foot' },
  ]);
});

test('an unknown extension is named by the end of its address, wherever it is', () => {
  const extension = [
    { url: 'https://example.org/fhir/StructureDefinition/ward-round', valueString: 'Tuesday' },
  ];
  assert.deepEqual(more({ extension }), [{ name: 'ward round', text: 'Tuesday' }]);
  assert.deepEqual(more({ code: { text: 'Asthma', extension } }), [{ name: 'ward round', text: 'Tuesday' }]);
  assert.deepEqual(more({ recordedDate: '2026-01-01', _recordedDate: { extension } }), [
    { name: 'ward round', text: 'Tuesday' },
  ]);
});

test('a narrative made from the elements adds nothing, and one with additions is shown', () => {
  const div = '<div>…</div>';
  assert.deepEqual(more({ text: { status: 'generated', div } }), []);
  assert.deepEqual(
    more({ text: { status: 'additional', div } }).map(({ name }) => name),
    ['narrative'],
  );
});

test('elements that may be the resident’s own are not harmless: a target range, a reason against another brand, a reported vaccination', () => {
  const range = (code: string) => ({
    referenceRange: [{ low: { value: 88 }, type: { coding: [{ code }] } }],
  });
  for (const [type, harmless, said] of [
    ['Observation', range('normal'), range('treatment')],
    [
      'MedicationRequest',
      { substitution: { allowedBoolean: false } },
      { substitution: { allowedBoolean: false, reason: { text: 'Allergic to the colouring' } } },
    ],
    ['Immunization', { primarySource: true }, { primarySource: false }],
  ] as const) {
    const [path = ''] = Object.keys(harmless);
    assert.equal(fates(type, harmless)[path], 'harmless', type);
    assert.equal(fates(type, said)[path], 'more', type);
  }
  // A laboratory sends the range of healthy people without saying whose it is.
  assert.equal(
    fates('Observation', { referenceRange: [{ low: { value: 4 } }] })['referenceRange'],
    'harmless',
  );
});

test('a contained record that nothing names, or that no reader reads, is shown', () => {
  const orphan = { resourceType: 'Organization', id: 'o', name: 'Ward 4' };
  assert.deepEqual(more({ contained: [orphan] }), [{ name: 'organization', text: 'Ward 4' }]);
  assert.deepEqual(more({ contained: [orphan], recorder: { reference: '#o' } }), []);
  const specimen = { resourceType: 'Specimen', id: 's', type: { text: 'Blood' } };
  assert.deepEqual(more({ contained: [specimen], recorder: { reference: '#s' } }), [
    { name: 'specimen', text: 'Blood' },
  ]);
});

test('a day or a moment in "more in the record" is written as people read it, and no other text is', () => {
  const more = new Cautions();
  const texts = [
    '2026-03-04',
    '2026-07-04T10:00:00Z',
    '2026-03',
    '2026',
    '2026-13-45',
    '2026-03-04 or later',
  ];
  for (const text of texts) more.leave(text, text);
  assert.deepEqual(
    more.more.map(({ text }) => text),
    // London is an hour ahead in July.
    ['04-Mar-2026', '04-Jul-2026 11:00', 'Mar-2026', '2026', '2026-13-45', '2026-03-04 or later'],
  );
});

test('an element is named in plain words', () => {
  assert.equal(elementName('onsetAge', {}), 'onset');
  assert.equal(elementName('reaction.exposureRoute', {}), 'exposure route');
  assert.equal(elementName('stage.type', {}), 'stage: type');
});

test('a list, a number and a coding without words have a text too', () => {
  assert.equal(elementText([{ text: 'Left' }, { text: 'Right' }]), 'Left, Right');
  assert.equal(elementText({ value: 52, unit: 'years' }), '52 years');
  assert.equal(elementText({ coding: [{ code: '7771000' }] }), '7771000');
  assert.equal(elementText({}), null);
});

test('the days of a period that no map reads are written as people read them', () => {
  assert.deepEqual(more({ oddity: { start: '2025-01-01', end: '2025-02-01' } }), [
    { name: 'oddity', text: 'from 01-Jan-2025 until 01-Feb-2025' },
  ]);
});
