import { raisedBy } from './raised-by.ts';

/** Bellelli 2014, form 1.2: 4 or more is possible delirium. Parts that reach 4 are enough. */
export const delirium = /* @__PURE__ */ raisedBy('delirium', 'Possible delirium', { '4at': 4 });
