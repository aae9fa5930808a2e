import { raisedBy } from './raised-by.ts';

/** NICE NG249: bone health belongs to a falls assessment. [P] Which answer raises it. */
export const boneHealth = raisedBy('bone-health', 'Weak bones without treatment', {
  bones: 'untreated',
});
