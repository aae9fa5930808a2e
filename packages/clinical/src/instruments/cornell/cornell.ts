import type { BandRows } from '../bands.ts';
import { finishedTotal } from '../finished-total.ts';

type CornellBand = 'below-6' | '6-10' | 'probable' | 'definite';

/** Alexopoulos 1988: below 6 no significant symptoms, above 10 probable, above 18 definite major depression. */
export const CORNELL_BANDS: BandRows<CornellBand> = [
  [5, 'below-6'],
  [10, '6-10'],
  [18, 'probable'],
  [38, 'definite'],
];

/** Takes a finished Cornell total. */
export const cornell = finishedTotal({
  id: 'cornell',
  title: 'Cornell scale for depression in dementia, total',
  searchWords: ['mood', 'depression', 'dementia', 'low'],
  version: 'Alexopoulos-1988',
  direction: 'higher-worse',
  // 19 items of at most 2 points each.
  range: [0, 38],
  unit: { kind: 'points' },
  source: {
    citation: 'Alexopoulos 1988, Biol Psychiatry 23:271-84.',
    owner: 'G S Alexopoulos and others',
    doi: '10.1016/0006-3223(88)90038-8',
    licence: 'Rights reserved on public copies. Only a finished total is entered here.',
    notice: 'The total is reached with the scale itself, from an informant and the resident.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a finished total is entered. Who uses the scale needs its owners’ permission.',
  },
  bands: CORNELL_BANDS,
  asks: ['Cornell total', 'Version of the scale'],
});
