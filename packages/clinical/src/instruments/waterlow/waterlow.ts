import type { BandRows } from '../bands.ts';
import { finishedTotal } from '../finished-total.ts';

type WaterlowBand = 'below-10' | 'at-risk' | 'high' | 'very-high';

/** Waterlow 1985: at risk from 10, high from 15, very high from 20. Below 10 is not called "no risk". */
export const WATERLOW_BANDS: BandRows<WaterlowBand> = [
  [9, 'below-10'],
  [14, 'at-risk'],
  [19, 'high'],
  [99, 'very-high'],
];

/** Takes a finished Waterlow total. */
export const waterlow = finishedTotal({
  id: 'waterlow',
  title: 'Waterlow total',
  searchWords: ['skin', 'pressure', 'ulcer', 'sore', 'wound'],
  version: 'Waterlow-1985',
  direction: 'higher-worse',
  // [P] Two digits, because our source gives no highest total.
  range: [0, 99],
  unit: { kind: 'points' },
  source: {
    citation: 'Waterlow 1985, Nurs Times 81(48):49-55.',
    owner: 'J Waterlow',
    url: 'https://www.judy-waterlow.co.uk',
    licence: 'Terms not confirmed. Only a finished total is entered here; the card is its owner’s.',
    notice: 'The total is reached with the Waterlow card itself. Judgement comes before the number.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a finished total is entered. Who uses the card needs its owner’s permission.',
  },
  bands: WATERLOW_BANDS,
  asks: ['Waterlow total', 'Version of the card'],
});
