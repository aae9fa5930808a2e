import type { ProblemRule } from '../../types.ts';
import { because, is } from './because.ts';

/** [P] Clinical rule 11.3: oral health, dentures. */
export const mouthCare: ProblemRule = {
  id: 'mouth-care',
  problem: 'Mouth or dentures',
  raise: (facts) => {
    const mouth = is(facts, 'mouth', 'sore|dentist');
    const dentures = is(facts, 'dentures', 'loose|lost');
    if (!mouth && !dentures) return null;
    return because(
      mouth ? 'Mouth is sore or needs a dentist' : 'Dentures do not fit or are lost',
      mouth ? 'mouth' : 'dentures',
    );
  },
};
