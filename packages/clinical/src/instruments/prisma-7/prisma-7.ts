import { defineInstrument } from '../../instrument.ts';
import type { FormQuestion } from '../../form/types.ts';
import type { Assessed } from '../assessed.ts';
import type { BandRows } from '../bands.ts';
import type { Given } from '../not-answered.ts';
import {
  partOf,
  sumOfParts,
  yesNo,
  type Part,
  type PointsQuestion,
  type SummedResult,
  type YesNo,
} from '../sum-of-parts.ts';

export type Prisma7Band = 'not-indicated' | 'likely-frail';

/** The answers to the seven questions. */
export interface Prisma7Input extends Assessed {
  /** Completed years. */
  readonly age?: Given<number>;
  readonly sex?: Given<'female' | 'male'>;
  readonly activities?: Given<YesNo>;
  readonly help?: Given<YesNo>;
  readonly housebound?: Given<YesNo>;
  /** Whether the person can count on somebody close. "Yes" has the point. */
  readonly support?: Given<YesNo>;
  readonly aid?: Given<YesNo>;
}

const BANDS: BandRows<Prisma7Band> = [
  [2, 'not-indicated'],
  [7, 'likely-frail'],
];

/** [P] Nobody has been older than this. */
const OLDEST = 125;

/** Strictly over 85. */
const AGE: Part = {
  id: 'age',
  max: 1,
  points: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= OLDEST
      ? Number(value > 85)
      : null,
};

const AGE_QUESTION: FormQuestion = {
  id: 'age',
  type: 'integer',
  text: 'Age in years',
  limits: { min: 0, max: OLDEST },
  fact: 'age-years',
};

const QUESTIONS: readonly PointsQuestion[] = [
  {
    id: 'sex',
    type: 'choice',
    text: 'Sex',
    fact: 'gender',
    options: [
      { value: 'female', text: 'Female', points: 0 },
      { value: 'male', text: 'Male', points: 1 },
    ],
  },
  yesNo('activities', 'Does less because of ill health'),
  yesNo('help', 'Another person helps regularly'),
  yesNo('housebound', 'Ill health keeps them indoors'),
  yesNo('support', 'Someone close would help if needed'),
  yesNo('aid', 'Uses a walking aid or a wheelchair'),
];

/** Scores PRISMA-7. Any input has a result. 3 or more means likely frail. */
export function scorePrisma7(input: Prisma7Input): SummedResult<Prisma7Band> {
  return sumOfParts(prisma7, BANDS, [AGE, ...QUESTIONS.map(partOf)], input);
}

export const prisma7 = defineInstrument({
  id: 'prisma-7',
  title: 'PRISMA-7',
  searchWords: ['frailty', 'frail', 'screening'],
  version: 'Raiche-2008',
  tier: 'A*',
  direction: 'higher-worse',
  range: [0, 7],
  unit: { kind: 'points' },
  source: {
    citation: 'Raiche 2008, Arch Gerontol Geriatr 47:9-18. Cut used: 3 or more; other sources have another.',
    owner: 'M Raîche and others',
    doi: '10.1016/j.archger.2007.06.004',
    licence: 'Terms of the questions are not confirmed; rule and labels of our own only.',
    notice: 'In a care home most residents reach 3 by living there alone. Men reach it sooner than women.',
  },
  permission: { state: 'unconfirmed', because: 'The terms of the questions were not found.' },
  items: [AGE_QUESTION, ...QUESTIONS],
  score: scorePrisma7,
});
