import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
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

test('a plain text comes back unchanged, and cleaning twice changes nothing more', () => {
  const nasty = fc.constantFrom(
    'a',
    ' ',
    'é',
    '😀',
    '\t',
    '\n',
    '\r',
    '\u2028',
    '\u00a0',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.string({ unit: nasty }), (text) => {
      for (const plain of [plainText, plainLines]) {
        assert.equal(plain(plain(text)), plain(text));
        assert.doesNotMatch(plain(text), /[\u202e\u200b\ufeff\0\u0085\t\r\u2028]|\s |^\s|\s$/u);
      }
      assert.doesNotMatch(plainText(text), /\n/);
    }),
  );
});
