import { defineInstrument } from '../../instrument.ts';
import type { FormQuestion } from '../../form/types.ts';
import type { Assessed } from '../assessed.ts';
import type { BandRows } from '../bands.ts';
import { fieldsOf, textOf, type Given } from '../not-answered.ts';
import { partOf, sumOfParts, yesNo, type Part, type SummedResult, type YesNo } from '../sum-of-parts.ts';

type FrailScaleBand = 'robust' | 'pre-frail' | 'frail';

/** The answers of the FRAIL scale, with the weight loss as a number. */
export interface FrailScaleInput extends Assessed {
  readonly fatigue?: Given<YesNo>;
  /** Cannot climb one flight of stairs. */
  readonly resistance?: Given<YesNo>;
  /** Cannot walk one block. */
  readonly ambulation?: Given<YesNo>;
  /** The number of illnesses, of 11 listed ones. */
  readonly illnesses?: Given<number>;
  /** Weight lost in % of the earlier weight; negative for a gain. Over 6 or 12 months, as the place has ruled. */
  readonly weightLossPct?: Given<number>;
}

/**
 * A place's ruling on a question that the published wording leaves open: whether a loss of exactly 5 % has the point.
 * The source of the ruling is required.
 */
export interface FrailScaleRuling {
  readonly fiveCounts: boolean;
  readonly source: string;
}

export interface FrailScaleResult extends SummedResult<FrailScaleBand> {
  /** The source of the ruling on exactly 5 % that was applied; `null` if none was needed. */
  readonly rulingSource: string | null;
}

const BANDS: BandRows<FrailScaleBand> = [
  [0, 'robust'],
  [2, 'pre-frail'],
  [5, 'frail'],
];

const QUESTIONS = [
  yesNo('fatigue', 'Usually tired'),
  yesNo('resistance', 'One flight of stairs is too much'),
  yesNo('ambulation', 'One block is too far to walk'),
];

const MEASURED: readonly FormQuestion[] = [
  { id: 'illnesses', type: 'integer', text: 'Listed illnesses, of 11', limits: { min: 0, max: 11 } },
  { id: 'weightLossPct', type: 'decimal', text: 'Weight lost, %', limits: { min: -100, max: 100 } },
];

const ILLNESSES: Part = {
  id: 'illnesses',
  max: 1,
  points: (value) => (Number.isInteger(value) && within(value, 0, 11) ? Number(value >= 5) : null),
};

/**
 * Scores the FRAIL scale. Any input has a result. Until a place has ruled, a loss of exactly 5 % has neither a point
 * nor a zero.
 *
 * Flags: those of {@link sumOfParts}; `weight-loss-5-not-settled`.
 */
export function scoreFrailScale(input: FrailScaleInput, ruling?: FrailScaleRuling): FrailScaleResult {
  const ruled =
    textOf(fieldsOf(ruling)['source']) !== null && typeof ruling?.fiveCounts === 'boolean' ? ruling : null;
  const weight: Part = {
    id: 'weightLossPct',
    max: 1,
    points(value) {
      if (!within(value, -100, 100)) return null;
      if (value === 5) return ruled === null ? null : Number(ruled.fiveCounts);
      return Number(value > 5);
    },
  };
  const sum = sumOfParts(frailScale, BANDS, [...QUESTIONS.map(partOf), ILLNESSES, weight], input);
  const five = sum.items['weightLossPct']?.value === 5;
  if (!five || ruled !== null) return { ...sum, rulingSource: five ? (ruled?.source ?? null) : null };
  // Five is a possible value. Only the ruling is missing.
  const flags = sum.flags.map((flag) =>
    flag === 'impossible-weightLossPct' ? 'weight-loss-5-not-settled' : flag,
  );
  const invalid = flags.some((flag) => flag.startsWith('impossible-'));
  return { ...sum, status: invalid ? 'invalid' : 'incomplete', flags, rulingSource: null };
}

export const frailScale = defineInstrument({
  id: 'frail-scale',
  title: 'FRAIL scale',
  searchWords: ['frailty', 'frail', 'fatigue'],
  version: 'Morley-2012',
  tier: 'A*',
  direction: 'higher-worse',
  range: [0, 5],
  unit: { kind: 'points' },
  source: {
    citation: 'Morley 2012, J Nutr Health Aging 16:601-8. Sources differ on whether 5 % itself counts.',
    owner: 'J E Morley and others',
    doi: '10.1007/s12603-012-0084-2',
    licence: 'Terms of the questions are not confirmed; rule and labels of our own only.',
    notice:
      'Whether exactly 5 % of weight counts, over 6 or 12 months, is for the place’s clinicians to rule.',
  },
  permission: { state: 'unconfirmed', because: 'The terms of the questions were not found.' },
  items: [...QUESTIONS, ...MEASURED],
  score: scoreFrailScale,
});

function within(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}
