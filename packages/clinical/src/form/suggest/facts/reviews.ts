import { formatDate } from '../../../display/date.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { civilDayOf } from '../../../time/partial-date.ts';
import { factOf, recordedIn, usefulFor, type FactReaders } from '../recorded-fact.ts';

/**
 * The last structured medication review. A review that is not called structured is none. Of use for a year: NICE QS85 (2015)
 * gives that as the longest time between multidisciplinary reviews in a care home.
 */
export const reviewFacts: FactReaders = usefulFor(12, {
  'structured-review': (view) => {
    const review = structured(view);
    return factOf(review, 'yes', review?.text ?? '');
  },
  'structured-review-date': (view) => {
    const review = structured(view);
    const day = civilDayOf(review?.on ?? null) ?? review?.on ?? null;
    return factOf(review, day, formatDate(day));
  },
});

function structured(view: ResidentView) {
  const reviewed = recordedIn(view, 'medicines')?.reviewed ?? null;
  return reviewed !== null && /\bstructured\b/i.test(reviewed.text) ? reviewed : null;
}
