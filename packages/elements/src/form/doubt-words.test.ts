import type { FormQuestion } from '@ehch/clinical/form';
import { doubtsAbout } from '@ehch/clinical/form';
import { expect } from '@open-wc/testing';
import { doubtWords } from './doubt-words.ts';

const asked: FormQuestion = {
  id: 'seen',
  type: 'date',
  text: 'Seen',
  earliest: '2026-01-01',
  latest: '2026-06',
};

describe('a date outside what a form allows', () => {
  for (const [date, words] of [
    ['2025-12-31', 'no date before 01-Jan-2026 is possible.'],
    ['2026-07-01', 'no date after Jun-2026 is possible.'],
    ['2026', null],
  ] as const) {
    it(`${date}: ${words ?? 'is taken, since it may lie within'}`, () => {
      const [doubt] = doubtsAbout(asked, { type: 'date', value: date });
      expect(doubt === undefined ? null : doubtWords(asked, doubt)).to.equal(words);
    });
  }
});

describe('an answer of another length, precision or number than a form takes', () => {
  const text: FormQuestion = { id: 'q', type: 'text', text: 'Q', minLength: 3 };
  const number: FormQuestion = { id: 'q', type: 'decimal', text: 'Q', decimals: 1 };
  const whole: FormQuestion = { ...number, decimals: 0 };
  for (const [question, value, words] of [
    [text, { type: 'text', value: 'no' }, 'write at least 3 characters.'],
    [number, { type: 'number', value: 36.65 }, 'write at most 1 decimal place.'],
    [whole, { type: 'number', value: 36.6 }, 'write no decimal places.'],
  ] as const) {
    it(words, () => {
      const [doubt] = doubtsAbout(question, value);
      expect(doubt === undefined ? null : doubtWords(question, doubt)).to.equal(words);
    });
  }

  it('says how many answers there can be', () => {
    expect(doubtWords(text, { kind: 'more-than', most: 2 })).to.equal('give at most 2 answers.');
  });
});
