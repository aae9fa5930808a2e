import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldAt, itemsAt } from './json-ranges.ts';

const words = fc.oneof(
  fc.string(),
  fc.constantFrom('"', '\\', '\\"', '}', ']', '{"entry":[', '\u2028', '😀'),
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.integer(),
    fc.constantFrom(null, true, false, 0.1, 1e21),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(words, tie('json'), { maxKeys: 4 }),
  ),
}));
const space = fc.constantFrom(undefined, 2, '\t');

/** A part of an indented text as if it stood at the margin. */
function outdented(text: string, indent: number | string | undefined, depth: number): string {
  if (indent === undefined) return text;
  const margin = (typeof indent === 'number' ? ' '.repeat(indent) : indent).repeat(depth);
  return text.replaceAll(`\n${margin}`, '\n');
}

test('I8: whatever is cut out of a JSON text reads as the same value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(words, json, { maxKeys: 3 })),
      words,
      json,
      space,
      (items, name, value, indent) => {
        const list = items.map((item) => ({ ...item, [name]: value }));
        const text = JSON.stringify(list, null, indent);
        const ranges = itemsAt(text, 0);
        // Texts are compared, not what JSON.parse makes of them: V8 reads some names in escapes as other names
        // (https://github.com/nodejs/node/issues/63785).
        assert.deepEqual(
          ranges.map(({ from, to }) => outdented(text.slice(from, to), indent, 1)),
          list.map((item) => JSON.stringify(item, null, indent)),
        );
        for (const { from } of ranges) {
          const field = fieldAt(text, from, name);
          assert.ok(field !== null);
          assert.equal(
            outdented(text.slice(field.from, field.to), indent, 2),
            JSON.stringify(value, null, indent),
          );
        }
      },
    ),
  );
});

test('I8: numbers keep their last digit, and texts their escapes', () => {
  const text = '{ "a" : 7.10 , "b":1E2,"c":"\\u00e9\\"}","d":[1,{"a":2}] }';
  const value = (name: string) => {
    const range = fieldAt(text, 0, name);
    return range === null ? null : text.slice(range.from, range.to);
  };
  assert.deepEqual(['a', 'b', 'c', 'd', 'e'].map(value), [
    '7.10',
    '1E2',
    '"\\u00e9\\"}"',
    '[1,{"a":2}]',
    null,
  ]);
});

test('a field that is there twice, or in escapes, is the one that JSON.parse takes', () => {
  const text = '{"resource":1,"\\u0072esource":2}';
  const range = fieldAt(text, 0, 'resource');
  assert.equal(text.slice(range?.from, range?.to), '2');
  assert.equal(JSON.parse(text).resource, 2);
});
