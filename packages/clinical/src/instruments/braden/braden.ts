import { finishedTotal } from '../finished-total.ts';

/**
 * Takes a finished Braden total. Lower is worse. Two published tables of bands disagree, so the place names its own.
 */
export const braden = finishedTotal({
  id: 'braden',
  title: 'Braden total',
  searchWords: ['skin', 'pressure', 'ulcer', 'sore', 'wound'],
  version: 'Braden-1987',
  direction: 'lower-worse',
  range: [6, 23],
  unit: { kind: 'points' },
  source: {
    citation: 'Bergstrom 1987, Nurs Res 36:205-10.',
    owner: 'B Braden and N Bergstrom',
    doi: '10.1097/00006199-198707000-00002',
    licence: 'Copyright Braden and Bergstrom 1988. Only a finished total is entered here.',
    notice: 'The total is reached with the Braden Scale itself. A low total is the worse one.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a finished total is entered. Who uses the scale needs its owners’ permission.',
  },
  bands: null,
  asks: ['Braden total: low is worse', 'Version of the scale'],
});
