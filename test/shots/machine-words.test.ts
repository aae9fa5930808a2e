import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineWords } from './machine-words.ts';

test('a word that only the program knows is found on a screen, and what people write is not', () => {
  const codes = ['Score single3', 'below-0.8 %', '38 [degF]', 'given by sourceLabel', 'until undefined', '[object Object]'];
  for (const words of codes) assert.equal(machineWords(words).length, 1, words);
  const read = ['eFI2 0.31', 'SpO2 88–92 %', '120 mmHg', 'www.the4at.com', '4AT 4', '31 kg/m2', 'Observation.effectiveDateTime'];
  for (const words of read) assert.deepEqual(machineWords(words), [], words);
});
