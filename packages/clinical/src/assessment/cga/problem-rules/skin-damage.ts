import type { ProblemRule } from '../../types.ts';
import { because } from './because.ts';

/** [P] Clinical rule 11.3: skin, wounds. */
export const skinDamage: ProblemRule = {
  id: 'skin-damage',
  problem: 'Skin damage',
  raise: (facts) =>
    facts.choices('skin').some((each) => each !== 'none') ? because('Skin is not whole', 'skin') : null,
};
