import { finishedTotal } from '../finished-total.ts';

/** Takes a finished Braden total. Lower is worse. Two public tables of bands disagree, so a place names its own. */
export const braden = /* @__PURE__ */ finishedTotal({
  id: 'braden',
  title: 'Braden total',
  searchWords: ['skin', 'pressure', 'ulcer', 'sore', 'wound'],
  version: 'Braden-1987',
  direction: 'lower-worse',
  range: [6, 23],
  unit: { kind: 'points' },
  source: {
    citation: 'Bergstrom 1987, Nurs Res 36:205-10.',
    licence: 'Copyright Braden and Bergstrom 1988. Only a finished total is entered here.',
    notice: 'The total is reached with the Braden Scale itself. A low total is the worse one.',
  },
  bands: null,
  asks: ['Braden total: low is worse', 'Version of the scale'],
});
