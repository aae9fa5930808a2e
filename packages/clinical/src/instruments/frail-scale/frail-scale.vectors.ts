import { scoreFrailScale, type FrailScaleInput, type FrailScaleRuling } from './frail-scale.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'frail-scale': (input) => {
    const { ruling, ...given } = input as FrailScaleInput & { ruling?: FrailScaleRuling };
    return scoreFrailScale(given, ruling);
  },
};

const NONE = { fatigue: false, resistance: false, ambulation: false, illnesses: 0, weightLossPct: 0 };

/** Morley 2012, worked by hand; the product's rules where a title says [P]. */
export const examples = {
  'frail-scale': [
    { id: 'none', input: NONE, expected: { total: 0, band: 'robust', range: [0, 5] } },
    { id: 'one', input: { ...NONE, illnesses: 5 }, expected: { total: 1, band: 'pre-frail' } },
    {
      id: 'two',
      input: { ...NONE, fatigue: true, weightLossPct: 5.1 },
      expected: { total: 2, band: 'pre-frail' },
    },
    {
      id: 'three',
      input: { ...NONE, fatigue: true, resistance: true, ambulation: true },
      expected: { total: 3, band: 'frail' },
    },
    { id: 'weight gained', input: { ...NONE, weightLossPct: -8 }, expected: { total: 0, band: 'robust' } },
    {
      id: 'exactly 5 % is not settled [P]',
      input: { ...NONE, weightLossPct: 5 },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 0,
        missing: ['weightLossPct'],
        flags: ['weight-loss-5-not-settled'],
      },
    },
    {
      id: 'exactly 5 % where the place has ruled that it counts',
      input: { ...NONE, weightLossPct: 5, ruling: { fiveCounts: true, source: 'Ruling of a place' } },
      expected: { total: 1, band: 'pre-frail', rulingSource: 'Ruling of a place' },
    },
    {
      id: 'a ruling without whose it is, is none [P]',
      input: { ...NONE, weightLossPct: 5, ruling: { fiveCounts: true, source: ' ' } },
      expected: { status: 'incomplete', total: null, rulingSource: null },
    },
    {
      id: 'twelve of eleven illnesses',
      input: { ...NONE, illnesses: 12 },
      expected: { status: 'invalid', total: null, missing: ['illnesses'] },
    },
    {
      id: 'twelve of eleven illnesses, and exactly 5 %',
      input: { ...NONE, illnesses: 12, weightLossPct: 5 },
      expected: { status: 'invalid', missing: ['illnesses', 'weightLossPct'] },
    },
    {
      id: 'cannot be weighed: frail already',
      input: { ...NONE, fatigue: true, resistance: true, ambulation: true, weightLossPct: 'unable' },
      expected: {
        status: 'incomplete',
        total: null,
        band: null,
        atLeast: 3,
        atLeastBand: 'frail',
        flags: ['unable-weightLossPct'],
      },
    },
  ],
};
