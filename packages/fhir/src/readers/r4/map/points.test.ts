import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observation, snomed, value, type Json } from '../../../record.fixtures.ts';
import { CFS_POINTS, NEWS2_POINTS, pointsOfAnswer } from './points.ts';

const NEWS2 = snomed('1104051000000101', 'NEWS2 total score');
const CFS = snomed('763264000', 'Clinical Frailty Scale score');

for (const [text, points] of [
  ['7', 7],
  ['7 (high)', 7],
  ['7 - high', 7],
  ['7 high', 7],
  ['7/20', 7],
  ['7 of 20', 7],
  ['7 points, GP told', 7],
  ['Total: 7', 7],
  ['NEWS2 7', 7],
  ['3 (low-medium)', 3],
  ['7/15', null],
  ['7 (low)', null],
  ['7?', null],
  ['7+', null],
  ['7 or 8', null],
  ['4-5', null],
  ['7 (was 5)', null],
  ['7 (incomplete)', null],
  ['7, usual for her', null],
  ['7 days', null],
  ['high 7', null],
  ['about 7', null],
  ['NEWS 2', null],
  ['<5', null],
] as const) {
  test(`a NEWS2 of "${text}" is ${points ?? 'no total that could be read'}`, () => {
    assert.equal(pointsOfAnswer({ valueString: text }, NEWS2_POINTS), points);
    assert.equal(pointsOfAnswer({ valueCodeableConcept: { text } }, NEWS2_POINTS), points);
  });
}

for (const [text, points] of [
  ['5/9', 5],
  ['5 (mildly frail)', 5],
  ['5 - mildly frail', 5],
  ['CFS 5', 5],
  ['7 (living with severe frailty)', 7],
  ['5 (severely frail)', null],
  ['5/7', null],
  ['5/20', null],
  ['CFS 2.0', null],
  ['5-6', null],
] as const) {
  test(`a Clinical Frailty Scale of "${text}" is ${points ?? 'no level that could be read'}`, () =>
    assert.equal(pointsOfAnswer({ valueString: text }, CFS_POINTS), points));
}

test('a quantity with another range is no total, and two numbers that differ are none', () => {
  assert.equal(pointsOfAnswer({ valueQuantity: { value: 5, unit: '/20' } }, CFS_POINTS), null);
  assert.equal(pointsOfAnswer({ valueQuantity: { value: 5, unit: 'out of 9' } }, CFS_POINTS), 5);
  assert.equal(pointsOfAnswer({ valueInteger: 5, valueString: '6 (high)' }, NEWS2_POINTS), null);
});

const news2 = (fields: Json) => value('news2', [observation('n', NEWS2, fields)]).scores[0];
const cfs = (fields: Json) => value('frailty', [observation('c', CFS, fields)]).cfs[0];

test('words beside the points of a score are shown with it', () => {
  const total = news2({ valueString: '7 (high), GP told' });
  assert.deepEqual([total?.score.total, total?.details], [7, ['NEWS2 total score: 7 (high), GP told']]);
  assert.equal(news2({ valueString: '7/20' })?.details, undefined);
  const level = cfs({ valueString: '6 (moderately frail)' });
  assert.deepEqual(
    [level?.level, level?.details],
    [6, ['Clinical Frailty Scale score: 6 (moderately frail)']],
  );
  const barthel = value('function', [
    observation('b', { text: 'Barthel index' }, { valueString: '12/20 (moderate)' }),
  ]).scores[0];
  assert.deepEqual(
    [barthel?.total, barthel?.version, barthel?.details],
    [12, '0-20', ['Barthel index: 12/20 (moderate)']],
  );
});

test('words beside a level in a code are shown with it', () => {
  const coded = { coding: [{ system: 'http://snomed.info/sct', code: '1129371000000104' }] };
  const level = cfs({ valueCodeableConcept: { ...coded, text: 'while acutely unwell' } });
  assert.deepEqual(
    [level?.level, level?.details],
    [5, ['Clinical Frailty Scale score: while acutely unwell']],
  );
  assert.equal(cfs({ valueCodeableConcept: { ...coded, text: 'CFS 5' } })?.details, undefined);
});
