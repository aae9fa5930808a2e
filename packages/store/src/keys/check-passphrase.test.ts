import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassphrase } from './check-passphrase.ts';

test('a passphrase of 14 characters, or of four words, is taken', () => {
  for (const each of [
    'correct-horse-',
    'ten red cats sat',
    'ymddiriedolaeth',
    '桜の花が咲く春の朝に歩いた道と',
  ]) {
    assert.doesNotThrow(() => checkPassphrase(each), each);
  }
});

test('a shorter or a repeated one is refused, with what to do', () => {
  for (const each of ['', 'Passw0rd!', 'thirteen-char', 'aaaaaaaaaaaaaaaaaaaa', 'one one one one', '1234']) {
    assert.throws(() => checkPassphrase(each), {
      code: 'bad-argument',
      message: /14 characters, or of four words/,
    });
  }
});
