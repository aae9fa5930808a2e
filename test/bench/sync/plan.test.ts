import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDITS, editsOf, EVERYBODY, inRandomOrder, OPENED } from './plan.ts';

test('two hundred edits of about a kilobyte, each with names of its own', () => {
  let last = 0;
  const edits = editsOf(() => String(++last));
  assert.equal(edits.length, EDITS);
  assert.equal(new Set(edits.flatMap(({ intent, id }) => [intent, id])).size, 2 * EDITS);
  for (const { text, resident } of edits) {
    assert(text.length > 800 && text.length < 1200, `${text.length}`);
    assert(EVERYBODY.includes(resident));
  }
});

test('every opened resident is another one, so that nothing comes from a cache', () => {
  assert.equal(new Set(OPENED).size, OPENED.length);
  assert(OPENED.every((each) => EVERYBODY.includes(each)));
});

test('a round has every contestant once, in an order that the dice decide', () => {
  const dice = [0.9, 0.1, 0.5];
  assert.deepEqual(
    inRandomOrder(['a', 'b', 'c'], () => dice.shift() ?? 0),
    ['b', 'c', 'a'],
  );
});
