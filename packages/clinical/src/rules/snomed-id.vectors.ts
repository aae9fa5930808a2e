import { checkSnomedId } from './snomed-id.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'snomed-id': (input) => checkSnomedId(String(input)),
};

export const examples = {
  'snomed-id': [
    {
      id: 'lives in a residential home',
      input: '394923006',
      expected: { checkDigit: true, kind: 'concept' },
    },
    { id: 'respiratory rate', input: '86290005', expected: { checkDigit: true, kind: 'concept' } },
    { id: 'frailty', input: '248279007', expected: { checkDigit: true, kind: 'concept' } },
    {
      id: 'a description is no concept',
      input: '250560019',
      expected: { checkDigit: true, kind: 'description' },
    },
    { id: 'letters', input: '24827900X', expected: { checkDigit: false, kind: null } },
    { id: 'nothing', input: '', expected: { checkDigit: false, kind: null } },
  ],
};
