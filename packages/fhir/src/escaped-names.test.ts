import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasEscapedName } from './escaped-names.ts';
import { readText } from './read-text.ts';

test('a name with an escape is found wherever it stands, and an escape in a value is none', () => {
  const found = ['{"\\u0069d":1}', '{"a":[{"b\\\\":2}]}', '{"a":"x\\"","\\"" : 2}', '{"\\\\":0,"b":"c"}'];
  for (const text of found) assert.equal(hasEscapedName(text), true, text);
  const plain = [
    '{"id":1}',
    '{"div":"<p class=\\"x\\">a:b</p>"}',
    '{"a":"ends in a backslash \\\\","b":1}',
    '["\\n","x"]',
    '{"a":"\\"b\\": 2","c":"\\\\\\""}',
    '"\\n"',
    '',
  ];
  for (const text of plain) assert.equal(hasEscapedName(text), false, text);
});

test('what stands in the text of a value never hides a name, whatever it is (as JSON.stringify writes it)', () => {
  for (const value of ['":', '\\":', 'a\\', '{"\\\\":1}', '\n\t"']) {
    assert.equal(hasEscapedName(JSON.stringify({ value, last: value })), false, value);
    assert.equal(hasEscapedName(JSON.stringify({ value, [`${value}"`]: 1 })), true, value);
  }
});

// V8 may read `verification\u0053tatus` as another name, and a refuted allergy would stand there as one.
test('a text with an escaped name is unreadable, and never half read', () => {
  const allergy =
    '{"resourceType":"AllergyIntolerance","id":"a","verification\\u0053tatus":{"text":"Refuted"}}';
  const { entries } = readText(allergy);
  assert.deepEqual(
    entries.map(({ resource }) => resource),
    [null],
  );
  const lines = readText(`${allergy}\n{"resourceType":"Goal","id":"g"}`);
  assert.deepEqual(
    lines.entries.map(({ resource, lostType }) => [resource === null, lostType]),
    [
      [true, 'AllergyIntolerance'],
      [false, undefined],
    ],
  );
});
