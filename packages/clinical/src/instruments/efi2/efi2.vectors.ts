import { enterEfi2, type Efi2Input } from './efi2.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'efi2-band': (input) =>
    typeof input === 'number'
      ? enterEfi2({ value: input, name: 'eFI2' }).band
      : enterEfi2(input as Efi2Input),
};

/** Cuts of Best 2025, worked by hand; the product's rules where a title says [P]. */
export const examples = {
  'efi2-band': [
    { id: 'last robust', input: 0.0857, expected: 'robust' },
    { id: 'first mild', input: 0.0858, expected: 'mild' },
    { id: 'last mild', input: 0.1624, expected: 'mild' },
    { id: 'first moderate', input: 0.1625, expected: 'moderate' },
    { id: 'last moderate', input: 0.2392, expected: 'moderate' },
    { id: 'first severe', input: 0.2393, expected: 'severe' },
    { id: 'more digits than the cuts', input: 0.23920001, expected: 'severe' },
    {
      id: 'moderate here, mild in the first eFI',
      input: { value: 0.2, decimals: 2, name: 'eFI2' },
      expected: { total: 0.2, band: 'moderate', ambiguous: false, version: 'not-stated' },
    },
    {
      id: 'rounded to two decimals at a cut: no band [P]',
      input: { value: 0.16, decimals: 2, name: 'eFI2' },
      expected: { status: 'complete', total: 0.16, band: null, ambiguous: true, flags: ['rounded-source'] },
    },
    {
      id: 'rounded to two decimals away from a cut',
      input: { value: 0.17, name: 'eFI2', version: 'April 2025' },
      expected: { band: 'moderate', version: 'April 2025' },
    },
    { id: 'a very small value has its digits too', input: 1e-7, expected: 'robust' },
    {
      id: 'digits that are there count, whatever is said',
      input: { value: 0.0858, decimals: 2, name: 'eFI2' },
      expected: { band: 'mild', ambiguous: false },
    },
    {
      id: 'not said what it is: no band [P]',
      input: { value: 0.2 },
      expected: { status: 'incomplete', total: null, band: null, missing: ['name'] },
    },
    {
      id: 'another index is never banded here [P]',
      input: { value: 0.2, name: 'another' },
      expected: { status: 'invalid', total: null, band: null, flags: ['another-index'] },
    },
    {
      id: 'a percentage',
      input: { value: 20, name: 'eFI2' },
      expected: { status: 'invalid', total: null, flags: ['impossible-value'] },
    },
  ],
};
