import { bmiOf, type BmiInput } from './bmi.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  bmi: (input) => bmiOf(input as BmiInput),
};

/** Worked by hand. */
export const examples = {
  bmi: [
    { id: '60 kg, 1.60 m: 23.4375', input: { kg: 60, heightM: 1.6 }, expected: { total: 23.4, band: null } },
    // Exactly 18.45, which binary arithmetic may round either way.
    { id: 'half is up', input: { kg: 73.8, heightM: 2 }, expected: { total: 18.5 } },
    { id: 'just below half', input: { kg: 73.796, heightM: 2 }, expected: { total: 18.4 } },
    { id: 'height in cm', input: { kg: 60, heightM: 160 }, expected: { status: 'invalid', total: null } },
    {
      id: 'very light still counts [P]',
      input: { kg: 24.9, heightM: 1.5 },
      expected: { total: 11.1, flags: ['implausible-kg'] },
    },
    { id: 'lighter than anybody', input: { kg: 14.9, heightM: 1.5 }, expected: { status: 'invalid' } },
    {
      id: 'could not be weighed',
      input: { kg: 'unable', heightM: 1.5 },
      expected: { status: 'incomplete', total: null, missing: ['kg'], flags: ['unable-kg'] },
    },
    {
      id: 'amputation is said and not adjusted for',
      input: { kg: 60, heightM: 1.6, amputation: true },
      expected: { total: 23.4, flags: ['amputation'] },
    },
  ],
};
