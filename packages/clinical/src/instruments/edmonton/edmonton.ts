import { finishedTotal } from '../finished-total.ts';

/**
 * Takes a finished Edmonton total. Published tables of bands differ, so there is a band only with the licensed table
 * in the place's configuration.
 */
export const edmonton = finishedTotal({
  id: 'edmonton',
  title: 'Edmonton Frail Scale, total',
  searchWords: ['frailty', 'frail', 'efs', 'geriatric'],
  version: 'Rolfson-2006',
  direction: 'higher-worse',
  range: [0, 17],
  unit: { kind: 'points' },
  source: {
    citation: 'Rolfson 2006, Age Ageing 35(5):526-9.',
    doi: '10.1093/ageing/afl041',
    owner: 'University of Alberta',
    licence: 'Copyright University of Alberta; a licence is needed. Only a finished total is entered here.',
    notice:
      'The total is reached with the scale itself, which its owner, the University of Alberta, licenses.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a finished total is entered. Who uses the scale needs the University’s licence.',
  },
  bands: null,
  asks: ['Edmonton total', 'Version of the scale'],
});
