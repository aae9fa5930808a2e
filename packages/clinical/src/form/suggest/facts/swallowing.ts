import { factOf, recordedIn, usefulFor, type FactReader, type FactReaders } from '../recorded-fact.ts';

/** Levels of the IDDSI framework in the newest advice, by number alone. [P] Of use for 6 months. */
export const swallowingReaders: FactReaders = usefulFor(6, {
  'food-level': level('foodLevel', 'food'),
  'drinks-level': level('drinksLevel', 'drinks'),
});

function level(of: 'foodLevel' | 'drinksLevel', name: string): FactReader {
  return (view) => {
    const [advice] = recordedIn(view, 'function')?.swallowing ?? [];
    const value = advice?.[of] ?? null;
    const text = advice?.text ?? null;
    return factOf(advice, value, `${name} level ${value}${text === null ? '' : `: ${text}`}`);
  };
}
