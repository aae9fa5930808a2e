import { raisedBy } from './raised-by.ts';

/** NHS England: care home residents are a group for one. No interval: that is the place’s (clinical rule 12.1). */
export const medicationReview = raisedBy('medication-review', 'Structured medication review', { smr: 'no' });
