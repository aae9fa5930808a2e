import { enterCfs, type CfsInput } from './cfs.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'cfs-entry': (input) => enterCfs(input as CfsInput),
};

/** Rockwood and Theou 2020, and the product's rules where a title says [P]. */
export const examples = {
  'cfs-entry': [
    { id: 'lowest', input: { level: 1 }, expected: { status: 'complete', total: 1, group: 'no-frailty' } },
    { id: 'five', input: { level: 5 }, expected: { group: 'mild' } },
    { id: 'eight', input: { level: 8 }, expected: { group: 'severe' } },
    { id: 'ten', input: { level: 10 }, expected: { status: 'invalid', level: null, error: 'level-1-to-9' } },
    {
      id: 'between two levels',
      input: { level: 5.5 },
      expected: { status: 'invalid', level: null, group: null },
    },
    { id: 'version is kept', input: { level: 4, version: '1.2' }, expected: { version: 'CFS-1.2' } },
    { id: 'version is never assumed', input: { level: 4 }, expected: { version: 'not-stated' } },
    {
      id: 'very severe dementia',
      input: { dementia: 'very-severe' },
      expected: { level: null, suggested: 8 },
    },
    { id: 'mild dementia', input: { dementia: 'mild' }, expected: { level: null, suggested: 5 } },
    { id: 'never backwards', input: { level: 6 }, expected: { suggested: null } },
    {
      id: 'the hint never overrules',
      input: { level: 4, dementia: 'severe' },
      expected: { level: 4, suggested: 7 },
    },
    {
      id: 'no hint where it is not validated [P]',
      input: { dementia: 'mild', ageYears: 64 },
      expected: { suggested: null, warnings: ['not-validated-under-65'] },
    },
    { id: 'sixty-five is in range', input: { level: 5, ageYears: 65 }, expected: { warnings: [] } },
    {
      id: 'a disability, answered in one question',
      input: { level: 7, disability: true, dementia: 'mild' },
      expected: { level: 7, warnings: ['not-validated-disability'], suggested: null },
    },
    {
      id: 'all warnings',
      input: { level: 7, ageYears: 40, learningDisability: true, acutelyUnwell: true },
      expected: { warnings: ['not-validated-under-65', 'not-validated-disability', 'acutely-unwell'] },
    },
  ],
};
