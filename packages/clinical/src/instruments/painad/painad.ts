import { finishedTotal } from '../finished-total.ts';

/**
 * A total from here up suggests pain: Zwakhalen, van der Steen and Najim 2012, J Am Med Dir Assoc 13(4):384-9. They
 * say that a total of 1 already needs attention.
 */
export const PAINAD_PAIN_FROM = 2;

/** Takes a finished PAINAD total. The author does not substantiate the bands in use, so the place names its own. */
export const painad = finishedTotal({
  id: 'painad',
  title: 'PAINAD total',
  searchWords: ['pain', 'dementia pain', 'cannot speak', 'non-verbal'],
  version: 'PAINAD-2003',
  direction: 'higher-worse',
  range: [0, 10],
  unit: { kind: 'points' },
  source: {
    citation: 'Warden 2003, J Am Med Dir Assoc 4:9-15. It gives no bands.',
    doi: '10.1097/01.JAM.0000043422.31640.F7',
    owner: 'V Warden and others',
    licence: 'Terms not confirmed. Only a finished total is entered here.',
    notice: 'Ask first: what the person says of their pain comes before an observed score.',
  },
  permission: {
    state: 'needed-by-user',
    because: 'Only a finished total is entered. Who uses the scale needs its owners’ permission.',
  },
  bands: null,
  asks: ['PAINAD total', 'Version of the scale'],
});
