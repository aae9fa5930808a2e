import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: oral health, dentures. */
export const mouthCare = raisedBy('mouth-care', 'Mouth or dentures', {
  mouth: 'sore|dentist',
  dentures: 'loose|lost',
});
