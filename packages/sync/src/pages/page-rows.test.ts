import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import { oneOfEach } from './one-of-each.ts';
import { pageRows } from './page-rows.ts';

const BASE = 'https://record.test/fhir';
const rowsOf = (text: string) => pageRows(text, JSON.parse(text), BASE);
const page = (...entries: readonly string[]) =>
  `{"resourceType":"Bundle", "type":"searchset",\n "entry" : [${entries.join(' ,\n')}] }`;

test('I8: a resource is kept byte for byte, with its spaces, digits and escapes', () => {
  const weight =
    '{ "resourceType":"Observation","id":"w", "valueQuantity":{"value":7.10},\n"note":[{"text":"\\"}]{\\u00e9"}] }';
  const [row] = rowsOf(page(`{"fullUrl":"${BASE}/Observation/w","resource" : ${weight} }`));
  assert.equal(row?.stored.text, weight);
  assert.equal(row.stored.fullUrl, undefined, 'its own address is not kept twice');
});

test('L2: a row that came along is no match, and a message is no row', () => {
  const rows = rowsOf(
    page(
      '{"resource":{"resourceType":"Medication","id":"m"},"search":{"mode":"include"}}',
      '{"resource":{"resourceType":"OperationOutcome","issue":[]},"search":{"mode":"outcome"}}',
      '{"fullUrl":"urn:lost"}',
      '{"resource":{"resourceType":"MedicationStatement","id":"s","meta":{"versionId":"3","lastUpdated":"2026-11-01T08:00:00.120+00:00"}}}',
    ),
  );
  assert.deepEqual(
    rows.map(({ stored: { type, id, version, updated }, isMatch }) => [type, id, version, updated, isMatch]),
    [
      ['Medication', 'm', null, null, false],
      ['MedicationStatement', 's', '3', '2026-11-01T08:00:00.120+00:00', true],
    ],
  );
});

test('a read by id is a row too', () => {
  assert.deepEqual(
    rowsOf(' {"resourceType":"Patient","id":"p"}\n').map(({ stored }) => stored.text),
    ['{"resourceType":"Patient","id":"p"}'],
  );
});

test('a resource without an id is kept under a name that is no id, and the same one again is no second', () => {
  const entry = '{"resource":{"resourceType":"Condition","code":{"text":"gout"}}}';
  const [first, second, ...more] = rowsOf(page(entry, entry));
  assert.match(first?.stored.id ?? '', /^#/);
  assert.deepEqual(oneOfEach([first, second].filter((row) => row !== undefined)).length, 1);
  assert.deepEqual(more, []);
});

test('of two versions of one resource the newer stays, and two that say nothing of that both stay', () => {
  const condition = (text: string, updated?: string) =>
    `{"resource":{"resourceType":"Condition","id":"c"${updated ? `,"meta":{"lastUpdated":"${updated}"}` : ''},"code":{"text":"${text}"}}}`;
  const texts = (...entries: readonly string[]) =>
    oneOfEach(rowsOf(page(...entries))).map(({ json }) => (json['code'] as { text: string }).text);
  const older = condition('gout', '2026-11-01T08:00:00Z');
  const newer = condition('angina', '2026-11-01T09:00:00+00:00');
  assert.deepEqual(texts(older, newer), ['angina']);
  assert.deepEqual(texts(newer, older), ['angina']);
  assert.deepEqual(texts(condition('gout'), condition('angina')), ['gout', 'angina']);
});

test('a page of a million entries is refused by name, before it is cut up', () => {
  const text = page(`{"resource":{}}${',{"resource":{}}'.repeat(999_999)}`);
  assert.throws(
    () => rowsOf(text),
    (error) => error instanceof EhchError && error.code === 'malformed',
  );
});
