import { defineInstrument } from '../../instrument.ts';
import type { BandRows } from '../bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

export type PainadBand = 'none' | 'mild' | 'moderate' | 'severe';

/** Warden 2003: 0; 1 to 3; 4 to 6; 7 to 10. */
const BANDS: BandRows<PainadBand> = [
  [0, 'none'],
  [3, 'mild'],
  [6, 'moderate'],
  [10, 'severe'],
];

const RANGE = [0, 10] as const;

/** Takes a finished PAINAD total. */
export function enterPainad(input: TotalInput): TotalResult<PainadBand> {
  return enterTotal({ instrument: 'painad', range: RANGE, direction: 'higher-worse', bands: BANDS }, input);
}

export const painad = /* @__PURE__ */ defineInstrument({
  id: 'painad',
  title: 'PAINAD total',
  version: 'PAINAD-2003',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  source: {
    citation: 'Warden 2003, J Am Med Dir Assoc.',
    doi: '10.1097/01.JAM.0000043422.31640.F7',
    licence: 'Terms not confirmed. Only a finished total is entered here.',
    notice: 'Ask first: what the person says of their pain comes before an observed score.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'PAINAD total', limits: { min: 0, max: 10 } },
    ...entryQuestions('Version of the scale'),
  ],
  score: enterPainad,
});
