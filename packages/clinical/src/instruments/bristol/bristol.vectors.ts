import { groupBristol } from './bristol.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  bristol: (type) => groupBristol({ type: type as number }).band,
};

/** Lewis and Heaton 1997, in our groups. */
export const examples = {
  bristol: [
    { id: 'one', input: 1, expected: 'hard' },
    { id: 'two', input: 2, expected: 'hard' },
    { id: 'three', input: 3, expected: 'typical' },
    { id: 'four, as chosen', input: '4', expected: 'typical' },
    { id: 'five', input: 5, expected: 'soft' },
    { id: 'six', input: 6, expected: 'loose' },
    { id: 'seven', input: 7, expected: 'loose' },
    { id: 'one, as chosen', input: '1', expected: 'hard' },
    { id: 'seven, as chosen', input: '7', expected: 'loose' },
    { id: 'between two types', input: 4.5, expected: null },
    { id: 'no type of nought', input: 0, expected: null },
    { id: 'no type of eight', input: 8, expected: null },
    { id: 'not known', input: 'not-known', expected: null },
    { id: 'not recorded', input: null, expected: null },
  ],
};
