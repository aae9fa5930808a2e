import assert from 'node:assert/strict';
import { test } from 'node:test';
import { news2FlagWords, news2PartWords, news2ScaleWords, news2ValueWords } from './news2-words.ts';
import { scoreNews2 } from './news2.ts';
import { NORMAL } from './news2.vectors.ts';

const flagsOf = (changed: object) => scoreNews2({ ...NORMAL, ...changed }).flags.map(news2FlagWords);

test('every flag of the score has its own words, and no code reaches the reader', () => {
  assert.deepEqual(flagsOf({ sbp: 'refused' }), ['systolic blood pressure declined']);
  assert.deepEqual(flagsOf({ temp: 'unable' }), ['temperature could not be measured']);
  assert.deepEqual(flagsOf({ pulse: 'not-asked' }), ['pulse not measured']);
  assert.deepEqual(flagsOf({ acvpu: 'not-known' }), ['consciousness not known']);
  assert.deepEqual(flagsOf({ spo2: 970 }), ['oxygen saturation impossible, not scored']);
  assert.deepEqual(flagsOf({ scale: 3 }), ['oxygen saturation scale impossible, not scored']);
  assert.deepEqual(flagsOf({ temp: 31.9 }), [
    '3 in at least one part',
    'temperature implausible, scored as recorded',
  ]);
  assert.deepEqual(flagsOf({ rr: 20.5 }), ['a value came with decimals and was scored the higher way']);
  assert.deepEqual(flagsOf({ scale: null }), ['oxygen saturation on scale 1, as no scale was given']);
  assert.deepEqual(flagsOf({ scale: null, recordedScale: 2 }), [
    'no band: the record asks for oxygen saturation scale 2, and nobody says which scale was used',
  ]);
  assert.deepEqual(flagsOf({ scale: 2, oxygen: null }), [
    'oxygen saturation cannot be scored without knowing air or oxygen',
  ]);
  const times = { pulse: '2026-06-01T08:00:00Z', rr: '2026-06-01T08:31:00Z' };
  assert.deepEqual(
    scoreNews2({ ...NORMAL, times })
      .flags.map(news2FlagWords)
      .includes('pulse measured at another time, not counted'),
    true,
  );
});

test('parts and values have everyday words, and one without a word is not left out', () => {
  assert.equal(news2PartWords('rr'), 'breaths per minute');
  assert.equal(news2PartWords('other'), 'other');
  assert.deepEqual([true, false, 'C', 'Z', 18, null].map(news2ValueWords), [
    'oxygen',
    'air',
    'new confusion',
    'Z',
    '18',
    'not readable',
  ]);
  assert.deepEqual([news2ScaleWords(2), news2ScaleWords(null)], ['oxygen saturation scale 2', null]);
});
