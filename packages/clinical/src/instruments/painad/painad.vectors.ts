import type { BandTable } from '../bands.ts';
import { painad } from './painad.ts';

/** Bands that other programs use, as a place's table. The product has none. */
const PLACE_BANDS: BandTable = {
  source: 'A convention that the author of the scale does not substantiate',
  rows: [
    [0, 'none'],
    [3, 'mild'],
    [6, 'moderate'],
    [10, 'severe'],
  ],
};

/** Other authors' examples give five parts. The product takes the total, because the assessor adds up on the scale. */
function totalOf(input: unknown): number {
  return Array.isArray(input)
    ? input.reduce<number>((sum, part: number) => sum + part, 0)
    : (input as number);
}

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  painad: (input) => painad.score({ total: totalOf(input) }, PLACE_BANDS),
  'painad-entry': (input) => painad.score({ total: totalOf(input) }),
};

export const examples = {
  painad: [
    { id: 'none', input: 0, expected: { total: 0, band: 'none' } },
    { id: 'last mild', input: 3, expected: { band: 'mild' } },
    { id: 'first moderate', input: 4, expected: { band: 'moderate' } },
    { id: 'highest', input: 10, expected: { band: 'severe' } },
  ],
  'painad-entry': [
    { id: 'no band without a place that names one', input: 4, expected: { total: 4, band: null } },
    { id: 'highest', input: 10, expected: { total: 10, band: null } },
    { id: 'one too many', input: 11, expected: { status: 'invalid', band: null } },
    { id: 'not asked is not none', input: 'not-asked', expected: { status: 'incomplete', band: null } },
    { id: 'not entered', input: null, expected: { status: 'incomplete', total: null, band: null } },
  ],
};
