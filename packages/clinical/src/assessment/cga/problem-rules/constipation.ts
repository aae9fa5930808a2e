import { raisedBy } from './raised-by.ts';

/** Lewis and Heaton 1997: types 1 and 2 are hard. */
export const constipation = raisedBy('constipation', 'Constipation', { bristol: 'hard' });
