import { defineInstrument } from '../../instrument.ts';
import type { BandRows } from '../bands.ts';
import { enterTotal, entryQuestions, type TotalInput, type TotalResult } from '../total-entry.ts';

export type CornellBand = 'below-6' | '6-10' | 'probable' | 'definite';

/** Alexopoulos 1988: below 6 no significant symptoms, above 10 probable, above 18 definite major depression. */
const BANDS: BandRows<CornellBand> = [
  [5, 'below-6'],
  [10, '6-10'],
  [18, 'probable'],
  [38, 'definite'],
];

/** 19 items of at most 2. */
const RANGE = [0, 38] as const;

/** Takes a finished Cornell total. */
export function enterCornell(input: TotalInput): TotalResult<CornellBand> {
  return enterTotal({ instrument: 'cornell', range: RANGE, direction: 'higher-worse', bands: BANDS }, input);
}

export const cornell = /* @__PURE__ */ defineInstrument({
  id: 'cornell',
  title: 'Cornell scale for depression in dementia, total',
  version: 'Alexopoulos-1988',
  tier: 'B',
  direction: 'higher-worse',
  range: RANGE,
  source: {
    citation: 'Alexopoulos 1988, Biol Psychiatry 23:271-84.',
    licence: 'Rights reserved on public copies. Only a finished total is entered here.',
    notice: 'The total is reached with the scale itself, from an informant and the resident.',
  },
  items: [
    { id: 'total', type: 'integer', text: 'Cornell total', limits: { min: 0, max: 38 } },
    ...entryQuestions('Version of the scale'),
  ],
  score: enterCornell,
});
