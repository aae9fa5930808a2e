import { enterCfs, type CfsInput } from './cfs.ts';

/** The names of the levels in other authors' examples. They resemble the owner's names, so the product uses none. */
const NAMED_ELSEWHERE = [
  'no-frailty',
  'no-frailty',
  'no-frailty',
  'very-mild',
  'mild',
  'moderate',
  'severe',
  'severe',
  'terminal',
] as const;

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'cfs-entry'(input) {
    const result = enterCfs(input as CfsInput);
    return { ...result, group: result.level === null ? null : NAMED_ELSEWHERE[result.level - 1] };
  },
  'cfs-level': (input) => enterCfs(input as CfsInput),
};

/** Rockwood and Theou 2020, and the product's rules where a title says [P]. */
export const examples = {
  'cfs-entry': [{ id: 'five', input: { level: 5 }, expected: { level: 5, group: 'mild' } }],
  'cfs-level': [
    {
      id: 'lowest',
      input: { level: 1 },
      expected: { status: 'complete', total: 1, group: 'levels-1-to-3' },
    },
    { id: 'three', input: { level: 3 }, expected: { group: 'levels-1-to-3' } },
    { id: 'four', input: { level: 4 }, expected: { group: 'levels-4-to-6' } },
    { id: 'six', input: { level: 6 }, expected: { group: 'levels-4-to-6' } },
    { id: 'seven', input: { level: 7 }, expected: { group: 'levels-7-and-8' } },
    { id: 'eight', input: { level: 8 }, expected: { group: 'levels-7-and-8' } },
    { id: 'nine is no step after eight', input: { level: 9 }, expected: { group: 'own-category' } },
    { id: 'ten', input: { level: 10 }, expected: { status: 'invalid', level: null, error: 'level-1-to-9' } },
    {
      id: 'between two levels',
      input: { level: 5.5 },
      expected: { status: 'invalid', level: null, group: null },
    },
    { id: 'version is kept', input: { level: 4, version: '1.2' }, expected: { version: 'CFS-1.2' } },
    {
      id: 'judged on a day to come',
      input: { level: 4, on: '2062-11-20', assessedAt: '2026-11-20T09:15:00Z' },
      expected: { status: 'invalid', level: null },
    },
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
