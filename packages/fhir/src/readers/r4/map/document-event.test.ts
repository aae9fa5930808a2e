import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, value, type Json } from '../../../record.fixtures.ts';

const document = (fields: Json) => {
  const [found] = value('events', [
    about('DocumentReference', 'd', { status: 'current', content: [{ attachment: {} }], ...fields }),
  ]);
  return [found?.text, found?.cautions, found?.details, found?.more];
};
const type = { coding: [{ system: 'http://loinc.org', code: '18842-5' }] };

test('a document that only a code names says so, and a title comes before a code', () => {
  assert.deepEqual(document({ type }), ['18842-5', ['code-only'], undefined, undefined]);
  const content = [{ attachment: { title: 'Discharge summary' } }];
  assert.deepEqual(document({ type, content }), [
    'Discharge summary',
    [],
    undefined,
    [{ name: 'type', text: '18842-5' }],
  ]);
});

test('other codings of a document’s type are shown with it', () => {
  const both = { text: 'Letter', coding: [{ display: 'Discharge summary' }] };
  assert.deepEqual(document({ type: both }), ['Letter', [], ['coded as “Discharge summary”'], undefined]);
});
