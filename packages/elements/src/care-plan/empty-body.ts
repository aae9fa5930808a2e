import type { PlanBody } from '@ehch/clinical/care-plan';

/** The lines of a plan that nobody has begun: what a first line is added to. */
export const EMPTY_BODY: PlanBody = {
  unwell: [],
  conversation: [],
  capacity: [],
  dols: [],
  anticipatory: [],
  comfort: [],
  self: [],
  goals: [],
  actions: [],
  sharing: [],
  decide: [],
  helped: [],
  toldOthers: [],
  unplaced: [],
  ended: [],
  frame: null,
  proposals: [],
  versions: [],
  otherGoals: [],
  otherPlans: [],
};
