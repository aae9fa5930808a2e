import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLines, plainText } from './plain-text.ts';

test('text for one line has no line breaks', () => {
  assert.equal(plainText('6 daily\n 4 daily'), '6 daily 4 daily');
});

test('text of several lines keeps its breaks, which carry meaning', () => {
  assert.equal(
    plainLines('6 daily 5 days\r\n4 daily 5 days\u20282 daily'),
    '6 daily 5 days\n4 daily 5 days\n2 daily',
  );
});

test('empty lines are kept as one, and none is left at the ends', () => {
  assert.equal(plainLines('\n\n first \n\n\n\n second\n '), 'first\n\nsecond');
});

test('no line reads backwards or hides a character', () => {
  assert.equal(plainLines('a\u202Eb\u200Bc\nd\u2066e'), 'abc\nde');
});
