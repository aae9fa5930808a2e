import { defineInstrument } from '../../instrument.ts';
import type { Assessed } from '../assessed.ts';
import type { Given } from '../not-answered.ts';
import { partOf, sumOfParts, type PointsQuestion, type SummedResult } from '../sum-of-parts.ts';

type Phq2Answer = 0 | 1 | 2 | 3 | '0' | '1' | '2' | '3';

/** The points 0 to 3 of the two questions about the last 2 weeks. */
export interface Phq2Input extends Assessed {
  readonly interest?: Given<Phq2Answer>;
  readonly mood?: Given<Phq2Answer>;
}

type Phq2Band = 'below-cut' | 'positive';

export interface Phq2Result extends SummedResult<Phq2Band> {
  /** Whether the total reaches the cut-off. `true` if one known answer already does; `null` if nobody can know yet. */
  readonly positive: boolean | null;
  readonly cut: 2 | 3;
}

const QUESTIONS: readonly PointsQuestion[] = [
  howOften('interest', 'Little interest or pleasure'),
  howOften('mood', 'Low or hopeless'),
];

/**
 * Scores the PHQ-2. Any input has a result.
 * @param chosen the cut-off: 3 (Kroenke 2003), or 2 if the place wants it more sensitive
 */
export function scorePhq2(input: Phq2Input, chosen?: 2 | 3): Phq2Result {
  const cut = chosen === 2 ? 2 : 3;
  const sum = sumOfParts(
    phq2,
    [
      [cut - 1, 'below-cut'],
      [6, 'positive'],
    ],
    QUESTIONS.map(partOf),
    input,
  );
  const positive = sum.total === null ? null : sum.band === 'positive';
  return { ...sum, positive: sum.atLeastBand === 'positive' ? true : positive, cut };
}

export const phq2 = defineInstrument({
  id: 'phq2',
  title: 'PHQ-2',
  searchWords: ['mood', 'depression', 'low', 'sad'],
  version: 'PHQ-2',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 6],
  unit: { kind: 'points' },
  source: {
    citation: 'Kroenke 2003, Med Care 41:1284-92.',
    owner: 'K Kroenke and others; Pfizer',
    url: 'https://www.phqscreeners.com',
    licence: 'No permission needed to use it.',
    notice: 'Asks about the last 2 weeks. A screen, not a diagnosis.',
  },
  permission: { state: 'not-needed', because: 'Its owner says that no permission is needed.' },
  items: QUESTIONS,
  score: scorePhq2,
});

function howOften(id: string, text: string): PointsQuestion {
  return {
    id,
    type: 'choice',
    text,
    options: [
      { value: '0', text: 'Not at all', points: 0 },
      { value: '1', text: 'Several days', points: 1 },
      { value: '2', text: 'More than half the days', points: 2 },
      { value: '3', text: 'Nearly every day', points: 3 },
    ],
  };
}
