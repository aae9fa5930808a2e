import { factOf, recordedIn, usefulFor, type FactReader, type FactReaders } from '../recorded-fact.ts';

/** Barthel totals, each of its own version alone: nothing is converted from the one to the other. [P] Of use for 6 months. */
export const functionFacts: FactReaders = usefulFor(6, {
  'barthel-0-20-total': barthel('0-20'),
  'barthel-0-100-total': barthel('0-100'),
});

function barthel(version: '0-20' | '0-100'): FactReader {
  return (view) => {
    const entry = recordedIn(view, 'function')?.scores.find((score) => score.version === version);
    return factOf(entry, entry?.total ?? null, `${entry?.total} of ${version}`);
  };
}
