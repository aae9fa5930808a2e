import { raisedBy } from './raised-by.ts';

/** [P] Clinical rules 11.3 and 10: what counts is that it was offered. */
export const acpNotOffered = raisedBy('acp-not-offered', 'Advance care planning not offered', { acp: 'no' });
