import { scorePrisma7, type Prisma7Input } from './prisma-7.ts';

/** The question numbers that other authors' examples use. */
const NUMBERED: Readonly<Record<string, string>> = {
  q3: 'activities',
  q4: 'help',
  q5: 'housebound',
  q6: 'support',
  q7: 'aid',
};

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'prisma-7': (input) =>
    scorePrisma7(
      Object.fromEntries(
        Object.entries(input as object).map(([id, value]) => [NUMBERED[id] ?? id, value]),
      ) as Prisma7Input,
    ),
};

const NONE = {
  age: 80,
  sex: 'female',
  activities: false,
  help: false,
  housebound: false,
  support: false,
  aid: false,
};

/** Raiche 2008, worked by hand. */
export const examples = {
  'prisma-7': [
    { id: 'none', input: NONE, expected: { total: 0, band: 'not-indicated', range: [0, 7] } },
    { id: 'two', input: { ...NONE, sex: 'male', aid: true }, expected: { total: 2, band: 'not-indicated' } },
    {
      id: 'three',
      input: { ...NONE, help: true, support: true, aid: true },
      expected: { total: 3, band: 'likely-frail' },
    },
    { id: 'eighty-five is not over 85', input: { ...NONE, age: 85 }, expected: { total: 0 } },
    { id: 'eighty-six is', input: { ...NONE, age: 86 }, expected: { total: 1 } },
    { id: 'someone to count on has the point', input: { ...NONE, support: true }, expected: { total: 1 } },
    {
      id: 'sex not known: no total, and likely frail already',
      input: { ...NONE, sex: 'not-known', activities: true, help: true, housebound: true },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 3,
        atLeastBand: 'likely-frail',
        missing: ['sex'],
        flags: ['not-known-sex'],
      },
    },
    {
      id: 'an impossible age',
      input: { ...NONE, age: 850 },
      expected: { status: 'invalid', total: null, missing: ['age'], flags: ['impossible-age'] },
    },
  ],
};
