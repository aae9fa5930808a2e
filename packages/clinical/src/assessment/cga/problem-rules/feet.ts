import { raisedBy } from './raised-by.ts';

/** [P] Clinical rules 11.3 and 8.5: feet are on the falls checklist. */
export const feet = /* @__PURE__ */ raisedBy('feet', 'Feet', { feet: 'care|painful|ulcer' });
