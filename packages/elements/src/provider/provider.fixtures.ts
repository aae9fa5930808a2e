import type { Drill } from '@ehch/clinical';
import { NOW, PLACE, states as summaries } from '../resident-summary/resident-summary.fixtures.ts';

/** A drill about the typical resident of the fixtures, who does not exist either. */
export const DRILL: Drill = {
  source: {
    watch: (_resident, onView) => onView(summaries.typical.view),
    refresh: () => Promise.resolve(),
  },
  actions: {
    enqueue: () => Promise.resolve({ state: 'held-in-memory' }),
    watchReceipt: () => undefined,
    saveDraft: () => Promise.resolve({ where: 'memory' }),
    loadDraft: () => Promise.resolve(null),
  },
  place: PLACE,
  clock: () => NOW,
  residents: [{ id: 'resident-1', title: 'Not herself' }],
};

/** What a provider can be given without a server: a clock that stands still, and a place. */
export const states = {
  'nothing given': {},
  'clock and place': { clock: () => NOW, place: PLACE },
  drill: { drill: DRILL },
};
