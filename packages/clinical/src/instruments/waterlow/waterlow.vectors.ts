import { waterlow } from './waterlow.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'waterlow-total-entry': (total) => waterlow.score({ total: total as number }).band,
};

/** The cuts of Waterlow 1985. */
export const examples = {
  'waterlow-total-entry': [
    { id: 'lowest', input: 0, expected: 'below-10' },
    { id: 'last below ten', input: 9, expected: 'below-10' },
    { id: 'first at risk', input: 10, expected: 'at-risk' },
    { id: 'last at risk', input: 14, expected: 'at-risk' },
    { id: 'first high', input: 15, expected: 'high' },
    { id: 'last high', input: 19, expected: 'high' },
    { id: 'first very high', input: 20, expected: 'very-high' },
    { id: 'between two totals', input: 14.5, expected: null },
    { id: 'below nought', input: -1, expected: null },
    { id: 'three digits', input: 100, expected: null },
    { id: 'refused', input: 'refused', expected: null },
    { id: 'not entered', input: null, expected: null },
  ],
};
