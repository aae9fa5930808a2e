import { defineInstrument } from '../../instrument.ts';
import type { BandRows } from '../bands.ts';
import type { Given } from '../not-answered.ts';
import { partOf, sumOfParts, type PointsQuestion, type SummedResult } from '../sum-of-parts.ts';

export type AbbeyBand = 'none' | 'mild' | 'moderate' | 'severe';

/** The points 0 to 3 of each observed part. */
export type AbbeyInput = Readonly<
  Partial<Record<'voice' | 'face' | 'body' | 'behaviour' | 'physiology' | 'physical', Given<number | string>>>
> & {
  /** Whether the resident was watched at rest or while moving. The two totals do not compare. */
  readonly watched?: 'rest' | 'moving' | null;
};

/** Abbey 2004: 0 to 2, 3 to 7, 8 to 13, 14 and more. */
export const ABBEY_BANDS: BandRows<AbbeyBand> = [
  [2, 'none'],
  [7, 'mild'],
  [13, 'moderate'],
  [18, 'severe'],
];

const PARTS: readonly PointsQuestion[] = [
  part('voice', 'Sounds they make'),
  part('face', 'Face'),
  part('body', 'How they hold themselves and move'),
  part('behaviour', 'Behaviour, other than usual'),
  part('physiology', 'Bodily signs, such as pulse or sweating'),
  part('physical', 'Injury or illness that can be seen'),
];

/**
 * Scores the Abbey Pain Scale: six observed parts of 0 to 3. Flag `watched-not-stated`: the record does not say
 * whether the resident was at rest or moving.
 */
export function scoreAbbey(input: AbbeyInput): SummedResult<AbbeyBand> {
  const sum = sumOfParts(abbey, ABBEY_BANDS, PARTS.map(partOf), input);
  const watched = typeof input === 'object' && input !== null ? input.watched : null;
  const stated = watched === 'rest' || watched === 'moving';
  return stated || sum.status !== 'complete' ? sum : { ...sum, flags: [...sum.flags, 'watched-not-stated'] };
}

export const abbey = defineInstrument({
  id: 'abbey',
  title: 'Abbey Pain Scale',
  searchWords: ['pain', 'dementia pain', 'cannot speak', 'non-verbal'],
  version: 'Abbey-2004',
  tier: 'A*',
  direction: 'higher-worse',
  range: [0, 18],
  unit: { kind: 'points' },
  source: {
    citation: 'Abbey 2004, Int J Palliat Nurs 10(1):6-13.',
    owner: 'J Abbey and others',
    doi: '10.12968/ijpn.2004.10.1.12013',
    licence: 'Reproduction with acknowledgement, to be confirmed. Arithmetic and own labels only.',
    notice:
      'Abbey J and others. Int J Palliat Nurs 2004;10(1):6-13. For people who cannot say; what somebody says of their ' +
      'pain comes first. Repeat an hour after treatment.',
  },
  permission: {
    state: 'unconfirmed',
    because: 'Said to be free to reproduce with acknowledgement, which was not read at its owner’s.',
  },
  items: [
    {
      id: 'watched',
      type: 'choice',
      text: 'Watched',
      options: [
        { value: 'rest', text: 'At rest' },
        { value: 'moving', text: 'While moving' },
      ],
    },
    ...PARTS,
  ],
  score: scoreAbbey,
});

function part(id: string, text: string): PointsQuestion {
  return {
    id,
    type: 'choice',
    text,
    options: ['None', 'Mild', 'Moderate', 'Severe'].map((level, points) => ({
      value: String(points),
      text: level,
      points,
    })),
  };
}
