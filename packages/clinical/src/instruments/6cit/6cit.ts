import { defineInstrument } from '../../instrument.ts';
import type { Assessed } from '../assessed.ts';
import type { BandRows } from '../bands.ts';
import { fieldsOf, type Given } from '../not-answered.ts';
import {
  partOf,
  sumOfParts,
  yesNo,
  type PointsQuestion,
  type SummedResult,
  type YesNo,
} from '../sum-of-parts.ts';

export type SixCitBand = 'normal' | 'mild' | 'significant';

/** Answers and counts of errors. Counting and months each have one row for two or more errors. */
export interface SixCitInput extends Assessed {
  readonly yearCorrect?: Given<YesNo>;
  readonly monthCorrect?: Given<YesNo>;
  readonly timeWithinHour?: Given<YesNo>;
  readonly countBackErrors?: Given<number | '0' | '1' | '2'>;
  readonly monthsBackErrors?: Given<number | '0' | '1' | '2'>;
  /** Wrong parts of the five-part address, 0 to 5. */
  readonly addressErrors?: Given<number | '0' | '1' | '2' | '3' | '4' | '5'>;
}

export const SIX_CIT_BANDS: BandRows<SixCitBand> = [
  [7, 'normal'],
  [9, 'mild'],
  [28, 'significant'],
];

const QUESTIONS: readonly PointsQuestion[] = [
  yesNo('yearCorrect', 'Year right', 'no', 4),
  yesNo('monthCorrect', 'Month right', 'no', 3),
  yesNo('timeWithinHour', 'Time right within an hour', 'no', 3),
  errors('countBackErrors', 'Errors counting back from 20'),
  errors('monthsBackErrors', 'Errors saying the months backwards'),
  {
    id: 'addressErrors',
    type: 'choice',
    text: 'Wrong parts of the address, of 5',
    options: [0, 1, 2, 3, 4, 5].map((wrong) => ({ value: `${wrong}`, text: `${wrong}`, points: 2 * wrong })),
  },
];

/** Scores the 6CIT, Kingshill version. Any input has a result. Higher is worse. */
export function scoreSixCit(input: SixCitInput): SummedResult<SixCitBand> {
  const given = fieldsOf(input);
  const rows = {
    ...given,
    countBackErrors: errorRow(given['countBackErrors']),
    monthsBackErrors: errorRow(given['monthsBackErrors']),
  };
  return sumOfParts(sixCit, SIX_CIT_BANDS, QUESTIONS.map(partOf), rows);
}

export const sixCit = defineInstrument({
  id: '6cit',
  title: 'Six-item Cognitive Impairment Test (6CIT)',
  searchWords: ['memory', 'cognition', 'cognitive', 'dementia', 'confusion'],
  version: 'Kingshill-2000',
  tier: 'A*',
  direction: 'higher-worse',
  range: [0, 28],
  unit: { kind: 'points' },
  source: {
    citation: 'Brooke and Bullock 1999, Int J Geriatr Psychiatry 14:936-40. The Kingshill Version 2000.',
    owner: 'Kingshill Research Centre',
    doi: '10.1002/(SICI)1099-1166(199911)14:11<936::AID-GPS39>3.0.CO;2-1',
    licence:
      'Copyright Kingshill Research Centre; free for healthcare professionals. Other staff: to be confirmed in writing.',
    notice:
      'The Kingshill Version 2000 of the 6CIT is copyright of the Kingshill Research Centre. For healthcare professionals.',
  },
  permission: {
    state: 'unconfirmed',
    because: 'Free for healthcare professionals. Care staff and software are not named in its terms.',
  },
  items: QUESTIONS,
  score: scoreSixCit,
});

function errors(id: string, text: string): PointsQuestion {
  return {
    id,
    type: 'choice',
    text,
    options: [
      { value: '0', text: 'None', points: 0 },
      { value: '1', text: 'One', points: 2 },
      { value: '2', text: 'More than one', points: 4 },
    ],
  };
}

function errorRow(value: unknown): unknown {
  return typeof value === 'number' && Number.isInteger(value) && value > 2 ? 2 : value;
}
