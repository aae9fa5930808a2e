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

/** The answers of the 4AT. An untestable part is an answer with points; a missing part is not. */
export interface FourAtInput extends Assessed {
  readonly alertness?: Given<'normal' | 'mild-sleepy-under-10s' | 'abnormal'>;
  /** Mistakes in the AMT4, 0 to 4. The form has one answer, 2, for "two or more". */
  readonly amt4?: Given<number | '0' | '1' | '2' | 'untestable'>;
  /**
   * "Refuses" means refuses to start; "untestable" means too unwell, drowsy or inattentive. They differ by one point.
   */
  readonly months?: Given<'7plus' | 'starts-under-7' | 'refuses' | 'untestable'>;
  readonly acute?: Given<YesNo>;
  /** The role, not the name, of the person who was asked about the change. */
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
    text: 'How alert they are',
    options: [
      { value: 'normal', text: 'Alert and calm', points: 0 },
      {
        value: 'mild-sleepy-under-10s',
        text: 'Drowsy when woken, alert within 10 seconds',
        points: 0,
      },
      { value: 'abnormal', text: 'Very sleepy, or overactive', points: 4 },
    ],
  },
  {
    id: 'amt4',
    type: 'choice',
    text: 'The four questions of the AMT4',
    options: [
      { value: '0', text: 'All right', points: 0 },
      { value: '1', text: 'One wrong', points: 1 },
      { value: '2', text: 'Two or more wrong', points: 2 },
      { value: 'untestable', text: 'Could not be asked', points: 2 },
    ],
  },
  {
    id: 'months',
    type: 'choice',
    text: 'Saying the months in reverse',
    options: [
      { value: '7plus', text: 'At least 7 months', points: 0 },
      { value: 'starts-under-7', text: 'Begins, fewer than 7 months', points: 1 },
      { value: 'refuses', text: 'Will not begin', points: 1 },
      { value: 'untestable', text: 'Too ill, sleepy or distracted to try', points: 2 },
    ],
  },
  yesNo(
    'acute',
    'New change of mind or alertness: began within 2 weeks, seen in the last 24 hours',
    'yes',
    4,
  ),
];

/**
 * Scores the 4AT, form 1.2. Any input has a result. An untestable part has points of its own. A part that nobody
 * asked about has none, and then there is no total.
 *
 * Flags: those of {@link sumOfParts}; `informant-not-stated` if the answer is "no change" without the role of who
 * said so.
 */
export function scoreFourAt(input: FourAtInput): SummedResult<FourAtBand> {
  const given = fieldsOf(input);
  const amt4 = given['amt4'];
  // The form has one row for two, three and four mistakes.
  const mistakes = amt4 === 3 || amt4 === 4 ? 2 : amt4;
  const sum = sumOfParts(fourAt, FOUR_AT_BANDS, QUESTIONS.map(partOf), { ...given, amt4: mistakes });
  const items = { ...sum.items, amt4: { value: amt4 ?? null, score: sum.items['amt4']?.score ?? null } };
  // 4AT guide: a total of 0 does not rule out delirium if the history of change is incomplete. [P] So the flag says it.
  const unsaid = sum.items['acute']?.score === 0 && textOf(given['informant']) === null;
  return { ...sum, items, flags: unsaid ? [...sum.flags, 'informant-not-stated'] : sum.flags };
}

export const fourAt = defineInstrument({
  id: '4at',
  title: '4AT',
  searchWords: ['delirium', 'confusion', 'confused', 'muddled', 'acute confusion', 'memory'],
  version: '1.2',
  tier: 'A',
  direction: 'higher-worse',
  range: [0, 12],
  unit: { kind: 'points' },
  source: {
    citation: 'Bellelli 2014, Age Ageing 43:496-502. Form 1.2.',
    doi: '10.1093/ageing/afu021',
    url: 'https://www.the4at.com',
    owner: 'A MacLullich and others',
    licence:
      'Its owner’s page lets it be used without permission and speaks of non-commercial use. Rule and labels of our own ' +
      'only: ask with the form itself.',
    notice:
      '4AT form 1.2, www.the4at.com; the items are in short words of our own. A total of 0 makes delirium unlikely; it is still possible where the history of change is incomplete.',
  },
  permission: {
    state: 'unconfirmed',
    because:
      'Its owner’s page lets it be used without permission and speaks of non-commercial use. A vendor may sell this program, and its labels are our own.',
  },
  items: [
    ...QUESTIONS,
    { id: 'informant', type: 'text', text: 'Who was asked about the change', maxLength: 100 },
  ],
  score: scoreFourAt,
});
