import { finishedTotal } from '../finished-total.ts';

/**
 * Takes a finished FI-CGA total. The published bands (mild 0 to 7, moderate 7 to 13, severe above) put 7 and 13 into
 * two bands each, so there is a band only with the table in the place's configuration.
 */
export const fiCga = finishedTotal({
  id: 'fi-cga',
  title: 'FI-CGA total',
  searchWords: ['frailty', 'frail', 'index'],
  version: 'Jones-2004',
  direction: 'higher-worse',
  // [P] Two digits, because our source gives no highest total.
  range: [0, 99],
  unit: { kind: 'points' },
  source: {
    citation: 'Jones 2004, J Am Geriatr Soc 52:1929-33.',
    owner: 'D M Jones and others',
    doi: '10.1111/j.1532-5415.2004.52521.x',
    licence: 'Only a finished total is entered here.',
    notice: 'A sum of points over domains: no frailty index between 0 and 1, and no eFI.',
  },
  permission: { state: 'not-needed', because: 'Only a finished total is entered. The form is not here.' },
  bands: null,
  asks: ['FI-CGA total', 'Version of the form'],
});
