import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { bandOf, type BandRows } from '../bands.ts';
import type { Given } from '../not-answered.ts';
import { partOf, sumOfParts, type Part, type YesNo } from '../sum-of-parts.ts';
import { CHARLSON_QUESTIONS, ONE_OF, type CharlsonCondition } from './charlson-conditions.ts';

/** Whether each condition is present, and the age. A missing answer is not "no". */
export type CharlsonInput = { readonly [Condition in CharlsonCondition]?: Given<YesNo> } & {
  /** Completed years. */
  readonly ageYears?: Given<number>;
};

/** [P] A higher age is a typing slip. */
const OLDEST = 120;

/** Age points: none below 50, then one for each ten years, and no more than 4. */
const AGE_POINTS: BandRows<'0' | '1' | '2' | '3' | '4'> = [
  [49, '0'],
  [59, '1'],
  [69, '2'],
  [79, '3'],
  [OLDEST, '4'],
];

const AGE: Part = {
  id: 'ageYears',
  max: 4,
  points: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= OLDEST
      ? Number(bandOf(AGE_POINTS, value))
      : null,
};

/** The range of the sum if no disease counts in two degrees. */
const RANGE = [0, 37] as const;

/**
 * Scores the Charlson index with age points. It gives only a total: no survival and no band.
 *
 * Flags beside those of a sum: `one-of-<milder>-<worse>` if two degrees of one disease were both answered yes.
 */
export function scoreCharlson(input: CharlsonInput): ScoreResult<never> {
  const { atLeastBand: _, ...sum } = sumOfParts<never>(
    charlson,
    null,
    [...CHARLSON_QUESTIONS.map(partOf), AGE],
    input,
  );
  const both = ONE_OF.filter((pair) => pair.every((id) => (sum.items[id]?.score ?? 0) > 0));
  if (both.length === 0) return { ...sum, range: RANGE };
  const twice = both.reduce((all, [milder]) => all + (sum.items[milder]?.score ?? 0), 0);
  return {
    ...sum,
    status: 'invalid',
    total: null,
    atLeast: (sum.total ?? sum.atLeast ?? 0) - twice,
    range: RANGE,
    missing: [...sum.missing, ...both.flat()],
    flags: [...sum.flags, ...both.map(([milder, worse]) => `one-of-${milder}-${worse}`)],
  };
}

export const charlson = defineInstrument({
  id: 'charlson',
  title: 'Charlson comorbidity index with age',
  searchWords: ['comorbidity', 'conditions', 'prognosis'],
  version: 'Charlson-1987-age',
  tier: 'A',
  direction: 'higher-worse',
  range: RANGE,
  unit: { kind: 'points' },
  source: {
    citation: 'Charlson 1987, J Chronic Dis 40:373-83; age points of 1994.',
    owner: 'M E Charlson and others',
    doi: '10.1016/0021-9681(87)90171-8',
    licence: 'Arithmetic and own labels only.',
    notice: 'A count of illness, not a forecast: no survival is shown from it.',
  },
  permission: {
    state: 'not-needed',
    because: 'Weights of conditions, as published, under labels of our own.',
  },
  items: [
    ...CHARLSON_QUESTIONS,
    {
      id: 'ageYears',
      type: 'integer',
      text: 'Age in completed years',
      limits: { min: 0, max: OLDEST },
      fact: 'age-years',
    },
  ],
  score: scoreCharlson,
});
