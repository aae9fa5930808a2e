import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EhchError } from '@ehch/clinical';
import type { FieldValue, Json, PathStep } from '@ehch/store';
import fc from 'fast-check';
import { editAt } from './edit-at.ts';
import { sameValue } from './same-value.ts';
import { rawAt, valueAt } from './value-at.ts';

const is = (value: Json): FieldValue => ({ is: 'value', value });
const absent: FieldValue = { is: 'absent' };

const RECORD = `{
  "resourceType" : "Observation", "id": "${'a'.repeat(64)}",
  "_birthDate": { "extension": [ { "url": "http://example.org/x", "valueString": "caf\\u00e9 🫀" } ] },
  "contained": [{"resourceType":"Device","id":"d","lotNumber":"12345678901234567890"}],
  "valueQuantity": {"value": 7.10, "unit": "mmol/L"},
  "big": 12345678901234567890,
  "referenceRange": [ {"low": {"value": 4.00}}, {"low": {"value": 5.50}} ],
  "telecom": [{"system":"phone","use":"home","value":"1"}, {"system":"phone","use":"work","value":"2"}]
}`;

test('I8: an edit leaves every other character alone', () => {
  const edited = editAt(RECORD, ['valueQuantity', 'unit'], is('mg/dL'));
  assert.equal(edited, RECORD.replace('"mmol/L"', '"mg/dL"'));
});

test('I8: a value that says the same keeps its digits', () => {
  assert.equal(editAt(RECORD, ['valueQuantity', 'value'], is(7.1)), RECORD);
});

test('I8: a list that changes keeps the digits of its other rows', () => {
  const range = [{ low: { value: 4 } }, { low: { value: 9 } }, { low: { value: 5.5 } }];
  const edited = editAt(RECORD, ['referenceRange'], is(range));
  assert.equal(
    rawAt(edited, ['referenceRange']),
    '[{"low": {"value": 4.00}},{"low":{"value":9}},{"low": {"value": 5.50}}]',
  );
});

test('I8: a row is found by its key, wherever it stands', () => {
  const edited = editAt(RECORD, ['telecom', { key: 'phone|work|' }, 'value'], is('3'));
  assert.equal(edited, RECORD.replace('"value":"2"', '"value":"3"'));
});

test('a row is added and taken out, and an empty list goes with its last row', () => {
  const row = { system: 'phone', use: 'mobile', value: '4' };
  const added = editAt('{"id":"p"}', ['telecom', { key: 'phone|mobile|' }], is(row));
  assert.equal(added, '{"id":"p","telecom":[{"system":"phone","use":"mobile","value":"4"}]}');
  assert.equal(editAt(added, ['telecom', { key: 'phone|mobile|' }], absent), '{"id":"p"}');
  const two = editAt(RECORD, ['telecom', { key: 'phone|home|' }], absent);
  assert.deepEqual(valueAt(two, ['telecom']), is([{ system: 'phone', use: 'work', value: '2' }]));
});

for (const [what, path, to] of [
  ['a step below a text', ['id', 'part'], is(1)],
  ['a name in a list', ['telecom', 'use'], is('home')],
  ['a place behind the end of a list', ['telecom', 7], is({})],
  ['a part of a row that is not there', ['telecom', { key: 'fax|home|' }, 'value'], is('1')],
  ['the whole resource away', [], absent],
] as const) {
  test(`a path that does not fit the record is refused: ${what}`, () => {
    assert.throws(
      () => editAt(RECORD, path, to),
      (error) => error instanceof EhchError && error.code === 'malformed',
    );
  });
}

test('a field that is given twice is not edited, because the first one would come back', () => {
  assert.throws(() => editAt('{"a":1,"a":2}', ['a'], absent), EhchError);
});

test('text that is cut short, or nested beyond any resource, is malformed', () => {
  assert.throws(() => editAt('{"a":', ['a'], is(1)), EhchError);
  assert.throws(() => valueAt(`${'['.repeat(5000)}${']'.repeat(5000)}`, []), EhchError);
});

const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const object = fc.dictionary(fc.string({ maxLength: 6 }), json, { maxKeys: 5, noNullPrototype: true });
const spaced = fc.constantFrom(undefined, 1, '\t');

/** A path to some value of an object that has any. */
function pathsOf(value: Json, path: readonly PathStep[] = []): readonly (readonly PathStep[])[] {
  const children =
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? value.map((item, at) => [at, item] as const)
        : Object.entries(value)
      : [];
  return [path, ...children.flatMap(([step, child]) => pathsOf(child as Json, [...path, step]))];
}

test('I8: what is written at a path is read back there, and nothing else has changed', () => {
  fc.assert(
    fc.property(object, spaced, fc.nat(), json, (record, space, choice, value) => {
      const text = JSON.stringify(record, null, space);
      const paths = pathsOf(record);
      const path = paths[choice % paths.length] ?? [];
      const edited = editAt(text, path, is(value));
      assert.deepEqual(valueAt(edited, path), is(value));
      const old = valueAt(text, path);
      assert.ok(old.is === 'value');
      assert.ok(sameValue(JSON.parse(editAt(edited, path, old)), JSON.parse(text)));
      const raw = rawAt(text, path) ?? '';
      assert.equal(edited.length - (rawAt(edited, path) ?? '').length, text.length - raw.length);
    }),
  );
});
