import type { FormQuestion } from '@ehch/clinical';
import { doubtsAbout } from '@ehch/clinical';
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
