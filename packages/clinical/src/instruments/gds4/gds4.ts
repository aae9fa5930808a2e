import { defineInstrument } from '../../instrument.ts';
import type { Assessed } from '../assessed.ts';
import type { BandRows } from '../bands.ts';
import type { Given } from '../not-answered.ts';
import {
  partOf,
  sumOfParts,
  yesNo,
  type PointsQuestion,
  type SummedResult,
  type YesNo,
} from '../sum-of-parts.ts';

/** The questions keep their numbers from the 15-question scale. */
export interface Gds4Input extends Assessed {
  readonly q1?: Given<YesNo>;
  readonly q3?: Given<YesNo>;
  readonly q6?: Given<YesNo>;
  readonly q7?: Given<YesNo>;
}

/** D'Ath 1994: from 1 the scale is sensitive, from 2 more specific. The bands show both cut-offs and choose neither. */
export type Gds4Band = 'none' | '1' | '2-or-more';

export const GDS4_BANDS: BandRows<Gds4Band> = [
  [0, 'none'],
  [1, '1'],
  [4, '2-or-more'],
];

const QUESTIONS: readonly PointsQuestion[] = [
  yesNo('q1', 'Satisfied with life', 'no'),
  yesNo('q3', 'Life feels empty'),
  yesNo('q6', 'Afraid of something bad'),
  yesNo('q7', 'Mostly happy', 'no'),
];

/** Scores four questions of the Geriatric Depression Scale. Any input has a result. */
export function scoreGds4(input: Gds4Input): SummedResult<Gds4Band> {
  return sumOfParts(gds4, GDS4_BANDS, QUESTIONS.map(partOf), input);
}

export const gds4 = defineInstrument({
  id: 'gds4',
  title: 'Geriatric Depression Scale, four questions (GDS-4)',
  searchWords: ['mood', 'depression', 'sad', 'low', 'geriatric depression'],
  version: 'DAth-1994',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 4],
  unit: { kind: 'points' },
  source: {
    citation: 'D’Ath 1994, Fam Pract 11:260-6. Questions 1, 3, 6 and 7 of the GDS-15.',
    owner: 'J A Yesavage, Stanford University',
    url: 'https://web.stanford.edu/~yesavage/GDS.html',
    licence:
      'Public domain (Stanford). The labels are short words of our own; the scale’s own questions are asked.',
    notice: 'Loses its value in moderate to severe dementia.',
  },
  permission: { state: 'not-needed', because: 'Its owner says that it is in the public domain.' },
  items: QUESTIONS,
  score: scoreGds4,
});
