import { scoreGaitSpeed, type GaitSpeedInput } from './gait-speed.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'gait-speed': (input) => scoreGaitSpeed(input as GaitSpeedInput),
};

/** Worked by hand; the product's rules where a title says [P]. */
export const examples = {
  'gait-speed': [
    {
      id: 'on the cut, where binary fractions are below it',
      input: { metres: 2.4, seconds: 3 },
      expected: { mps: 0.8, slow: false, band: 'not-slow' },
    },
    {
      id: 'just below',
      input: { metres: 4, seconds: 5.01 },
      expected: { mps: 0.798, slow: true, band: 'slow' },
    },
    { id: 'just above', input: { metres: 4, seconds: 4.99 }, expected: { mps: 0.802, slow: false } },
    {
      id: 'unable, with a reason',
      input: { metres: 4, seconds: 'unable', reason: 'cannot stand' },
      expected: {
        status: 'incomplete',
        mps: null,
        slow: null,
        band: null,
        notDone: 'cannot stand',
        missing: ['seconds'],
        flags: ['unable-seconds'],
      },
    },
    {
      id: 'unable, without one [P]',
      input: { metres: 4, seconds: 'unable' },
      expected: { total: null, flags: ['unable-seconds', 'reason-not-stated'] },
    },
    {
      id: 'refused is not unable',
      input: { metres: 4, seconds: 'refused' },
      expected: { flags: ['refused-seconds'] },
    },
    {
      id: 'no seconds at all',
      input: { metres: 4, seconds: 0 },
      expected: { status: 'invalid', mps: null, slow: null },
    },
    {
      id: '999 is no time [P]',
      input: { metres: 4, seconds: 999 },
      expected: { status: 'invalid', mps: null },
    },
    {
      id: 'nobody walks like this [P]',
      input: { metres: 10, seconds: 1 },
      expected: { status: 'invalid', mps: null, slow: null, flags: ['impossible-speed'] },
    },
  ],
};
