import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../instruments/index.ts';
import { unitText } from '../result-unit.ts';
import { figureText, NO_SCALE } from './score-figure.ts';

test('a highest value that only bounds what can be entered is no part of the result', () => {
  assert.equal(figureText({ instrument: 'bmi', range: [1.7, 1400] }, 21.99), '21.99 kg/m²');
  assert.equal(figureText({ instrument: 'waterlow', range: [0, 99] }, 18), '18');
  assert.equal(figureText({ instrument: 'orthostatic-bp', range: [-330, 330] }, 30), '30 mmHg');
  assert.equal(figureText({ instrument: 'news2', range: [0, 20] }, 5), '5 of 20');
  assert.equal(figureText({ instrument: 'of-a-place', range: null }, 5), '5');
});

test('no measure, count or share is said to be out of something, and each carries its own unit', () => {
  for (const { id, unit } of instruments) {
    const isScale = unit.kind !== 'measure' && unit.kind !== 'count' && unit.kind !== 'ratio';
    if (!isScale) assert.ok(Object.hasOwn(NO_SCALE, id), id);
    if (Object.hasOwn(NO_SCALE, id)) assert.equal(NO_SCALE[id], unitText(unit), id);
  }
});
