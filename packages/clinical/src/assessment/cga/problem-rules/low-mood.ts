import { MOOD_CUTS } from '../mood-cuts.ts';
import { raisedBy } from './raised-by.ts';

/** See {@link MOOD_CUTS}. */
export const lowMood = /* @__PURE__ */ raisedBy('low-mood', 'Possible depression', MOOD_CUTS);
