import { raisedBy } from './raised-by.ts';

/** [P] Clinical rules 11.3, intake, and 3.1: eating or drinking much less. */
export const lowIntake = raisedBy('low-intake', 'Eating or drinking too little', {
  intake: 'less|little',
});
