import type { BandRows } from '../bands.ts';
import { finishedTotal } from '../finished-total.ts';

type PainadBand = 'none' | 'mild' | 'moderate' | 'severe';

/** 0; 1 to 3; 4 to 6; 7 to 10: a later convention, which the scale's author does not substantiate. [P] */
export const PAINAD_BANDS: BandRows<PainadBand> = [
  [0, 'none'],
  [3, 'mild'],
  [6, 'moderate'],
  [10, 'severe'],
];

/** Takes a finished PAINAD total. */
export const painad = /* @__PURE__ */ finishedTotal({
  id: 'painad',
  title: 'PAINAD total',
  version: 'PAINAD-2003',
  direction: 'higher-worse',
  range: [0, 10],
  unit: { kind: 'points' },
  source: {
    citation:
      'Warden 2003, J Am Med Dir Assoc. The bands are a later convention, not substantiated by its author.',
    doi: '10.1097/01.JAM.0000043422.31640.F7',
    licence: 'Terms not confirmed. Only a finished total is entered here.',
    notice: 'Ask first: what the person says of their pain comes before an observed score.',
  },
  bands: PAINAD_BANDS,
  asks: ['PAINAD total', 'Version of the scale'],
});
