import type { TotalInput } from '../total-entry.ts';
import { proposeMust, type LicensedMustSteps, type MustStepsInput } from './must-steps.ts';
import { must } from './must.ts';

/** As BAPEN publishes them, to test with. This file is in no package: a place brings its own, with its permission. */
export const STEPS: LicensedMustSteps = {
  licenceRef: 'for tests only',
  bmi: { noneAbove: 20, twoBelow: 18.5 },
  loss: { noneBelow: 5, twoAbove: 10 },
  acute: 2,
};

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  must: (input) => proposeMust(input as MustStepsInput, STEPS),
  'must-entry': (input) => must.score(input as TotalInput),
};

export const examples = {
  must: [
    { id: 'BMI seam of 18.5, rounded up', input: { bmi: 18.45, lossPct: 0 }, expected: { bmi: 1 } },
    { id: 'BMI seam of 18.5, below', input: { bmi: 18.449, lossPct: 0 }, expected: { bmi: 2 } },
    { id: 'BMI 18.5', input: { bmi: 18.5, lossPct: 0 }, expected: { bmi: 1, band: 'medium' } },
    { id: 'BMI seam of 20, rounded up', input: { bmi: 20.05, lossPct: 0 }, expected: { bmi: 0 } },
    { id: 'BMI seam of 20, rounded down', input: { bmi: 20.049, lossPct: 0 }, expected: { bmi: 1 } },
    { id: 'loss is not rounded', input: { bmi: 25, lossPct: 4.999 }, expected: { loss: 0 } },
    { id: 'loss of 5', input: { bmi: 25, lossPct: 5 }, expected: { loss: 1 } },
    { id: 'loss of 10', input: { bmi: 25, lossPct: 10 }, expected: { loss: 1 } },
    { id: 'loss just above 10', input: { bmi: 25, lossPct: 10.001 }, expected: { loss: 2 } },
    {
      id: 'gain',
      input: { bmi: 25, lossPct: -6, acuteNoIntake5d: false },
      expected: { total: 0, flags: [] },
    },
    {
      id: 'acute alone',
      input: { bmi: 25, lossPct: 0, acuteNoIntake5d: true },
      expected: { acute: 2, total: 2, band: 'high' },
    },
    {
      id: 'unknown loss is no loss of nought',
      input: { bmi: 17 },
      expected: { status: 'incomplete', loss: null, total: null, band: null, atLeast: 2 },
    },
    {
      id: 'a BMI below nought',
      input: { bmi: -1, lossPct: 0 },
      expected: { status: 'invalid', total: null },
    },
    {
      id: 'could not be weighed',
      input: { bmi: 'unable', lossPct: 0 },
      expected: { status: 'incomplete', bmi: null, total: null },
    },
    {
      id: 'no yes and no no is not taken for no',
      input: { bmi: 25, lossPct: 0, acuteNoIntake5d: 'perhaps' },
      expected: { status: 'invalid', acute: null, total: null },
    },
    {
      id: 'acute not stated is said',
      input: { bmi: 25, lossPct: 0 },
      expected: { flags: ['acute-not-stated'] },
    },
  ],
  'must-entry': [
    { id: 'low', input: { total: 0 }, expected: { band: 'low', version: 'not-stated' } },
    { id: 'medium', input: { total: 1, version: '2003' }, expected: { band: 'medium', version: '2003' } },
    { id: 'high', input: { total: 2 }, expected: { band: 'high' } },
    { id: 'highest', input: { total: 6 }, expected: { band: 'high' } },
    { id: 'one too many', input: { total: 7 }, expected: { status: 'invalid', total: null, band: null } },
    { id: 'not entered', input: {}, expected: { status: 'incomplete', total: null, band: null } },
  ],
};
