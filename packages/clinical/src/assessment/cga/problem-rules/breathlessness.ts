import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: breathlessness. */
export const breathlessness = raisedBy('breathlessness', 'Breathless at rest', {
  breath: 'rest',
});
