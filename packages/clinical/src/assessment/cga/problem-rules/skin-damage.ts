import { raisedBy } from './raised-by.ts';

/** [P] Clinical rule 11.3: skin, wounds. */
export const skinDamage = raisedBy('skin-damage', 'Skin damage', {
  skin: 'red|pressure|tear|leg|wound|other',
});
