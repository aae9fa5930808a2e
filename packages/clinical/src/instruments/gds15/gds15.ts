import { defineInstrument } from '../../instrument.ts';
import type { BandRows } from '../bands.ts';
import { partOf, sumOfParts, type SummedResult } from '../sum-of-parts.ts';
import { GDS15_QUESTIONS, type Gds15Input } from './gds15-items.ts';

export type Gds15Band = 'below-5' | '5-or-more';

/** 5 or more suggests a fuller assessment. Tables of severity differ, so we use none. */
export const GDS15_BANDS: BandRows<Gds15Band> = [
  [4, 'below-5'],
  [15, '5-or-more'],
];

/** Scores the 15-question Geriatric Depression Scale. Any input has a result; one open answer leaves no total. */
export function scoreGds15(input: Gds15Input): SummedResult<Gds15Band> {
  return sumOfParts(gds15, GDS15_BANDS, GDS15_QUESTIONS.map(partOf), input);
}

export const gds15 = defineInstrument({
  id: 'gds15',
  title: 'Geriatric Depression Scale (GDS-15)',
  searchWords: ['mood', 'depression', 'sad', 'low', 'geriatric depression'],
  version: 'GDS-15',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 15],
  unit: { kind: 'points' },
  source: {
    citation: 'Sheikh and Yesavage 1986, Clin Gerontol 5.',
    owner: 'J A Yesavage, Stanford University',
    url: 'https://web.stanford.edu/~yesavage/GDS.html',
    licence:
      'Public domain (Stanford). The labels are short words of our own; the scale’s own questions are asked.',
    notice: 'Loses its value in moderate to severe dementia.',
  },
  permission: { state: 'not-needed', because: 'Its owner says that it is in the public domain.' },
  items: GDS15_QUESTIONS,
  score: scoreGds15,
});
