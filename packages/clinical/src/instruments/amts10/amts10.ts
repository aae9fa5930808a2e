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

export type Amts10Band = 'below-8' | '8-10';

type Amts10Part =
  'age' | 'time' | 'address' | 'year' | 'place' | 'people' | 'birth' | 'war' | 'monarch' | 'counting';

/** Whether each answer was right. The place decides the right answers for the war and the monarch. */
export type Amts10Input = Assessed & { readonly [P in Amts10Part]?: Given<YesNo> };

/** Sources have the cut-off below 7 and below 8. We use below 8, because it misses fewer people. [P] */
export const AMTS10_BANDS: BandRows<Amts10Band> = [
  [7, 'below-8'],
  [10, '8-10'],
];

const QUESTIONS: readonly PointsQuestion[] = [
  yesNo('age', 'Age right'),
  yesNo('time', 'Time right to the hour'),
  yesNo('address', 'Address remembered at the end'),
  yesNo('year', 'Year right'),
  yesNo('place', 'Place right'),
  yesNo('people', 'Two people recognised'),
  yesNo('birth', 'Date of birth right'),
  yesNo('war', 'Year of the war right, as the place has set it'),
  yesNo('monarch', 'Monarch right'),
  yesNo('counting', 'Counted back from 20'),
];

/** Scores the ten-item AMTS: right answers of ten. Any input has a result. Higher is better. */
export function scoreAmts10(input: Amts10Input): SummedResult<Amts10Band> {
  return sumOfParts(amts10, AMTS10_BANDS, QUESTIONS.map(partOf), input);
}

export const amts10 = defineInstrument({
  id: 'amts10',
  title: 'Abbreviated Mental Test Score (AMTS)',
  searchWords: ['memory', 'confusion', 'cognition', 'dementia', 'mental test'],
  version: 'Hodkinson-1972',
  tier: 'A*',
  direction: 'lower-worse',
  range: [0, 10],
  unit: { kind: 'points' },
  source: {
    citation: 'Hodkinson 1972, Age Ageing 1:233-8. Cut used: below 8; other sources have below 7.',
    doi: '10.1093/ageing/1.4.233',
    owner: 'H M Hodkinson',
    licence: 'Terms of the item list are not confirmed; rule and labels of our own only.',
    notice: 'AMTS, Hodkinson 1972. A short test of memory and orientation, not a diagnosis.',
  },
  permission: { state: 'unconfirmed', because: 'The terms of the list of questions were not found.' },
  items: QUESTIONS,
  score: scoreAmts10,
});
