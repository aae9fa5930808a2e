import type { ProblemRule } from '../../types.ts';
import { because, isPast } from './raised-by.ts';

/** [P] Clinical rule 11.3: psychotropics, why and review date. */
export const psychotropicReview: ProblemRule = {
  id: 'psychotropic-review',
  problem: 'Psychotropic medicine without a review',
  raise(facts) {
    if (facts.answer('psychotropics') !== 'yes') return null;
    const rows = facts.rows('psychotropic');
    const open = rows.filter((row) => {
      const review = row.answer('psychotropic-review');
      return review === null || isPast(facts, review);
    });
    if (rows.length > 0 && open.length === 0) return null;
    const words =
      rows.length === 0 ? 'None is listed' : `No review to come: ${open.length} of ${rows.length}`;
    return because(facts, words, 'psychotropic-review');
  },
};
