import { countsOf, type PolypharmacyInput } from './polypharmacy.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  polypharmacy: (input) =>
    countsOf(typeof input === 'object' && input !== null ? input : ({ count: input } as PolypharmacyInput)),
};

/** 5 for the eFI, 10 for a review. */
export const examples = {
  polypharmacy: [
    { id: 'none is a count', input: 0, expected: { total: 0, efiDeficit: false, tenPlus: false } },
    { id: 'last below the deficit', input: 4, expected: { efiDeficit: false } },
    { id: 'first deficit', input: 5, expected: { efiDeficit: true, tenPlus: false } },
    { id: 'last below ten', input: 9, expected: { tenPlus: false } },
    { id: 'ten', input: 10, expected: { efiDeficit: true, tenPlus: true, band: null } },
    {
      id: 'not counted is not none',
      input: null,
      expected: { status: 'incomplete', total: null, efiDeficit: null, tenPlus: null },
    },
    { id: 'not known', input: 'not-known', expected: { status: 'incomplete', flags: ['not-known-count'] } },
    { id: 'half a medicine', input: 4.5, expected: { status: 'invalid', efiDeficit: null } },
    { id: 'not said what was counted', input: 3, expected: { flags: ['counted-not-stated'] } },
    {
      id: 'said what was counted',
      input: { count: 3, counted: 'Ingredients; creams left out' },
      expected: { total: 3, flags: [], counted: 'Ingredients; creams left out' },
    },
  ],
};
