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

export type Amt4Band = 'abnormal' | 'normal';

/** Whether each answer was right. */
export interface Amt4Input extends Assessed {
  readonly age?: Given<YesNo>;
  readonly birth?: Given<YesNo>;
  readonly place?: Given<YesNo>;
  readonly year?: Given<YesNo>;
}

/** Swain 1997: all four right is normal. */
export const AMT4_BANDS: BandRows<Amt4Band> = [
  [3, 'abnormal'],
  [4, 'normal'],
];

const QUESTIONS: readonly PointsQuestion[] = [
  yesNo('age', 'Age right'),
  yesNo('birth', 'Date of birth right'),
  yesNo('place', 'Place right'),
  yesNo('year', 'Year right'),
];

/**
 * Scores the AMT4: right answers of four. Any input has a result. One wrong answer is abnormal, whatever is missing.
 */
export function scoreAmt4(input: Amt4Input): SummedResult<Amt4Band> {
  return sumOfParts(amt4, AMT4_BANDS, QUESTIONS.map(partOf), input);
}

export const amt4 = defineInstrument({
  id: 'amt4',
  title: 'AMT4',
  searchWords: ['memory', 'confusion', 'cognition', 'dementia'],
  version: 'Swain-1997',
  tier: 'A*',
  direction: 'lower-worse',
  range: [0, 4],
  unit: { kind: 'points' },
  source: {
    citation: 'Swain 1997.',
    doi: '10.1177/026921559701100308',
    owner: 'C G Swain and others',
    licence: 'Terms of the item list are not confirmed; rule and labels of our own only.',
    notice: 'AMT4, Swain 1997. A short test of orientation, not a diagnosis.',
  },
  permission: { state: 'unconfirmed', because: 'The terms of the list of questions were not found.' },
  items: QUESTIONS,
  score: scoreAmt4,
});
