import { NOW, PLACE } from '../resident-summary/resident-summary.fixtures.ts';

/** What a provider can be given without a server: a clock that stands still, and a place. */
export const states = {
  'nothing given': {},
  'clock and place': { clock: () => NOW, place: PLACE },
};
