import { defineInstrument } from '../../instrument.ts';
import type { Assessed } from '../assessed.ts';
import type { BandRows } from '../bands.ts';
import { fieldsOf, textOf, type Given } from '../not-answered.ts';
import {
  partOf,
  sumOfParts,
  yesNo,
  type PointsQuestion,
  type SummedResult,
  type YesNo,
} from '../sum-of-parts.ts';

export interface FourAtInput extends Assessed {
  readonly alertness?: Given<'normal' | 'mild-sleepy-under-10s' | 'abnormal'>;
  /** Mistakes in the AMT4, 0 to 4; the form gives 2 for "two or more". */
  readonly amt4?: Given<number | '0' | '1' | '2' | 'untestable'>;
  /** "Refuses" is to start; "untestable" is too unwell, drowsy or inattentive. They differ by a point. */
  readonly months?: Given<'7plus' | 'starts-under-7' | 'refuses' | 'untestable'>;
  readonly acute?: Given<YesNo>;
  /** Who was asked about the change: a role, not a name. */
  readonly informant?: string | null;
}

export type FourAtBand = 'unlikely' | 'possible-cognitive-impairment' | 'possible-delirium';

export const FOUR_AT_BANDS: BandRows<FourAtBand> = [
  [0, 'unlikely'],
  [3, 'possible-cognitive-impairment'],
  [12, 'possible-delirium'],
];

const QUESTIONS: readonly PointsQuestion[] = [
  {
    id: 'alertness',
    type: 'choice',
    text: 'Alertness',
    options: [
      { value: 'normal', text: 'Normal', points: 0 },
      {
        value: 'mild-sleepy-under-10s',
        text: 'Sleepy for under 10 seconds on waking, then normal',
        points: 0,
      },
      { value: 'abnormal', text: 'Clearly abnormal', points: 4 },
    ],
  },
  {
    id: 'amt4',
    type: 'choice',
    text: 'AMT4: age, date of birth, place, year',
    options: [
      { value: '0', text: 'No mistakes', points: 0 },
      { value: '1', text: '1 mistake', points: 1 },
      { value: '2', text: '2 or more mistakes', points: 2 },
      { value: 'untestable', text: 'Cannot be tested', points: 2 },
    ],
  },
  {
    id: 'months',
    type: 'choice',
    text: 'Months backwards from December',
    options: [
      { value: '7plus', text: '7 or more right', points: 0 },
      { value: 'starts-under-7', text: 'Starts, fewer than 7 right', points: 1 },
      { value: 'refuses', text: 'Refuses to start', points: 1 },
      { value: 'untestable', text: 'Cannot be tested: unwell, drowsy, inattentive', points: 2 },
    ],
  },
  yesNo(
    'acute',
    'Acute change or fluctuation in the last 2 weeks, still there in the last 24 hours',
    'yes',
    4,
  ),
];

/**
 * 4AT, form 1.2. Total: any input has a result. Untestable parts have points of their own; a part that nobody asked about
 * has none and leaves no total.
 *
 * Flags: those of {@link sumOfParts}; `informant-not-stated` where "no change" was answered and it is not said by whom.
 */
export function scoreFourAt(input: FourAtInput): SummedResult<FourAtBand> {
  const given = fieldsOf(input);
  const amt4 = given['amt4'];
  // Two, three and four mistakes are one row of the form.
  const mistakes = amt4 === 3 || amt4 === 4 ? 2 : amt4;
  const sum = sumOfParts(fourAt, FOUR_AT_BANDS, QUESTIONS.map(partOf), { ...given, amt4: mistakes });
  const items = { ...sum.items, amt4: { value: amt4 ?? null, score: sum.items['amt4']?.score ?? null } };
  // 4AT guide: a total of 0 does not rule delirium out where the history of change is incomplete. [P] So it is said.
  const unsaid = sum.items['acute']?.score === 0 && textOf(given['informant']) === null;
  return { ...sum, items, flags: unsaid ? [...sum.flags, 'informant-not-stated'] : sum.flags };
}

export const fourAt = /* @__PURE__ */ defineInstrument({
  id: '4at',
  title: '4AT',
  version: '1.2',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 12],
  unit: { kind: 'points' },
  source: {
    citation: 'Bellelli 2014, Age Ageing 43:496-502. Form 1.2.',
    doi: '10.1093/ageing/afu021',
    url: 'https://www.the4at.com',
    licence:
      'Free to use, in electronic records too, without permission; 4AT is acknowledged and its items are not changed.',
    notice:
      '4AT, www.the4at.com. A total of 0 makes delirium unlikely; it is still possible where the history of change is incomplete.',
  },
  items: [
    ...QUESTIONS,
    { id: 'informant', type: 'text', text: 'Who was asked about the change', maxLength: 100 },
  ],
  score: scoreFourAt,
});
