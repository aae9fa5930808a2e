import { RAISED_BURDEN_FROM } from '../../../instruments/acb/acb.ts';
import { raisedBy } from './raised-by.ts';

/** acbcalc.com: a total of 3 or more is raised. */
export const anticholinergic = raisedBy('anticholinergic', 'Anticholinergic burden', {
  acb: RAISED_BURDEN_FROM,
});
