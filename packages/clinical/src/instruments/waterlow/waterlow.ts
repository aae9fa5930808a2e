import { defineInstrument } from '../../instrument.ts';
import type { BandRows } from '../bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

export type WaterlowBand = 'below-10' | 'at-risk' | 'high' | 'very-high';

/** Waterlow 1985: at risk from 10, high from 15, very high from 20. Below 10 is not called "no risk". */
const BANDS: BandRows<WaterlowBand> = [
  [9, 'below-10'],
  [14, 'at-risk'],
  [19, 'high'],
  [99, 'very-high'],
];

/** [P] Two digits: the source at hand gives no highest total. */
const RANGE = [0, 99] as const;

/** Takes a finished Waterlow total. */
export function enterWaterlow(input: TotalInput): TotalResult<WaterlowBand> {
  return enterTotal({ instrument: 'waterlow', range: RANGE, direction: 'higher-worse', bands: BANDS }, input);
}

export const waterlow = /* @__PURE__ */ defineInstrument({
  id: 'waterlow',
  title: 'Waterlow total',
  version: 'Waterlow-1985',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  source: {
    citation: 'Waterlow 1985, Nurs Times 81(48):49-55.',
    licence: 'Terms not confirmed. Only a finished total is entered here; the card is its owner’s.',
    notice: 'The total is reached with the Waterlow card itself. Judgement comes before the number.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'Waterlow total', limits: { min: 0, max: 99 } },
    ...entryQuestions('Version of the card'),
  ],
  score: enterWaterlow,
});
