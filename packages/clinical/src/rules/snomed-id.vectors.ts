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
    { id: 'one digit mistyped', input: '394923007', expected: { checkDigit: false, kind: null } },
    { id: 'two digits changed about', input: '349923006', expected: { checkDigit: false, kind: null } },
    {
      id: 'a concept of an extension',
      input: '99999210102',
      expected: { checkDigit: true, kind: 'concept' },
    },
    {
      id: 'a description of an extension',
      input: '999991010117',
      expected: { checkDigit: true, kind: 'description' },
    },
    {
      id: 'a relationship is no concept',
      input: '99999100028',
      expected: { checkDigit: true, kind: 'relationship' },
    },
    { id: 'a partition that does not exist', input: '1000234', expected: { checkDigit: true, kind: null } },
    { id: 'letters', input: '24827900X', expected: { checkDigit: false, kind: null } },
    { id: 'nothing', input: '', expected: { checkDigit: false, kind: null } },
  ],
};
