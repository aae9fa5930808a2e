import type { ProblemRule } from '../../types.ts';
import { because, is, isPast } from './because.ts';

/** [P] Clinical rule 11.3: psychotropics, why and review date. */
export const psychotropicReview: ProblemRule = {
  id: 'psychotropic-review',
  problem: 'Psychotropic medicine without a review',
  raise: (facts) => {
    if (!is(facts, 'psychotropics', 'yes')) return null;
    const rows = facts.rows('psychotropic');
    const open = rows.filter((row) => {
      const review = row.answer('psychotropic-review');
      return review === null || isPast(facts, review);
    });
    if (rows.length > 0 && open.length === 0) return null;
    return because(
      rows.length === 0
        ? 'Medicine and review not recorded'
        : `Without a review to come: ${open.length} of ${rows.length}`,
      'psychotropic-review',
    );
  },
};
