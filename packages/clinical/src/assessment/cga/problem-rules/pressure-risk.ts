import { raisedBy } from './raised-by.ts';

/** Waterlow 1985: at risk from 10. PURPOSE-T: red or amber. Public tables of Braden disagree, so it raises nothing [P]. */
export const pressureRisk = /* @__PURE__ */ raisedBy('pressure-risk', 'Risk of pressure damage', {
  waterlow: 10,
  'purpose-t': 'red|amber',
});
