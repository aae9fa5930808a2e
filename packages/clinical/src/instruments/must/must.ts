import type { BandRows } from '../bands.ts';
import { finishedTotal } from '../finished-total.ts';

type MustBand = 'low' | 'medium' | 'high';

/** BAPEN: 0 is low, 1 medium, 2 and more high. */
export const MUST_BANDS: BandRows<MustBand> = [
  [0, 'low'],
  [1, 'medium'],
  [6, 'high'],
];

/** Takes a finished MUST total. BMI and weight change are instruments of their own. */
export const must = finishedTotal({
  id: 'must',
  title: 'MUST total',
  searchWords: ['nutrition', 'malnutrition', 'weight', 'eating', 'appetite', 'weight loss'],
  version: 'MUST-2003',
  direction: 'higher-worse',
  range: [0, 6],
  unit: { kind: 'points' },
  source: {
    citation: 'Elia (ed), BAPEN 2003; Stratton 2004, Br J Nutr 92:799-808.',
    url: 'https://www.bapen.org.uk',
    owner: 'BAPEN',
    licence: 'Copyright BAPEN; reproduction needs its permission. Only a finished total is entered here.',
    notice:
      'The total is reached with the “Malnutrition Universal Screening Tool” itself, which BAPEN provides.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a finished total is entered. Who uses the tool needs BAPEN’s permission.',
  },
  bands: MUST_BANDS,
  asks: ['MUST total', 'Version of the tool'],
});
