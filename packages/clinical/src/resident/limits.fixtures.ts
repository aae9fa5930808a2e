import type { AgreedLimits } from './limits.ts';

/** Limits of which none is agreed. A test adds what it is about. */
export const NO_LIMITS: AgreedLimits = {
  wishes: [],
  cpr: [],
  documents: [],
  decisions: [],
  decisionMakers: [],
  lastDays: null,
};
