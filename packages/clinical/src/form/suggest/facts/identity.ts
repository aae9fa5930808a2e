import { formatDate } from '../../../display/date.ts';
import type { ResidentView } from '../../../resident/view.ts';
import { londonDate } from '../../../time/london.ts';
import { civilDayOf } from '../../../time/partial-date.ts';
import { ageOf } from '../scoring-facts.ts';
import { recordedIn, type FactReaders } from '../recorded-fact.ts';

/** What follows from who she is. */
export const identityFacts: FactReaders = {
  'age-years': (view, now) => {
    const age = ageOf(view, now);
    if (age === null) return null;
    const text = `${age} today, born ${formatDate(recordedIn(view, 'identity')?.born ?? null)}`;
    return { value: age, text, on: londonDate(now), source: view.sourceLabel };
  },
  'lives-here-since': (view) => {
    const stay = recordedIn(view, 'identity')?.stay ?? null;
    const since = civilDayOf(stay?.since ?? null);
    // One who has gone, or is not here yet, has no day from which they live here.
    if (stay === null || since === null || stay.ended !== null || stay.isOver === true) return null;
    const text = `${formatDate(since)}${stay.home === null ? '' : `, ${stay.home}`}`;
    return { value: since, text, on: since, source: view.sourceLabel };
  },
  gender: (view) => gender(view, ', as the gender of the record'),
  // Clinical rule 9.2: the constant follows the sex that the laboratory used, which the record's gender need not be.
  'laboratory-sex': (view) =>
    gender(view, ', as the gender of the record, which need not be what the laboratory used'),
};

function gender(view: ResidentView, words: string) {
  const value = recordedIn(view, 'identity')?.gender;
  if (value !== 'female' && value !== 'male') return null;
  return { value, text: value + words, on: null, lasting: true as const, source: view.sourceLabel };
}
