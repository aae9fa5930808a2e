import { cockcroftGaultOf, type CockcroftGaultInput } from './cockcroft-gault.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  'cockcroft-gault-umol': (input) => cockcroftGaultOf(input as CockcroftGaultInput).total,
  'cockcroft-gault': (input) => cockcroftGaultOf(input as CockcroftGaultInput),
};

const man = { ageYears: 70, kg: 75, sex: 'male', creatinineUmolL: 110 };
const stated = {
  ...man,
  weightKind: 'actual',
  weightOn: '2026-03-01',
  creatinineOn: '2025-06-01',
  asOf: '2026-06-01',
};

/** Worked by hand from the formula; the first is the worked example of NHSGGC. */
export const examples = {
  'cockcroft-gault-umol': [
    { id: 'NHSGGC', input: man, expected: 58.7 },
    // 40 × 50 × 1.04 / 160 = 13.0
    { id: 'even', input: { ageYears: 100, kg: 50, sex: 'female', creatinineUmolL: 160 }, expected: 13.0 },
    // 50 × 40 × 1.23 / 80 = 30.75
    { id: 'half is up', input: { ageYears: 90, kg: 40, sex: 'male', creatinineUmolL: 80 }, expected: 30.8 },
    // 60 × 50 × 1.04 / 62.5 = 49.92, which a ceiling would make 50
    {
      id: 'never a ceiling',
      input: { ageYears: 80, kg: 50, sex: 'female', creatinineUmolL: 62.5 },
      expected: 49.9,
    },
    { id: 'sex unknown', input: { ...man, sex: 'unknown' }, expected: null },
    { id: 'mg/dL', input: { ...man, creatinineUmolL: 1.24 }, expected: null },
  ],
  'cockcroft-gault': [
    {
      id: 'stated in full, at the edges of its dates [P]',
      input: stated,
      expected: { status: 'complete', total: 58.7, flags: [], direction: 'lower-worse' },
    },
    {
      id: 'weight a day too old [P]',
      input: { ...stated, weightOn: '2026-02-28' },
      expected: { total: 58.7, flags: ['weight-over-3-months'] },
    },
    {
      id: 'creatinine a day too old [P]',
      input: { ...stated, creatinineOn: '2025-05-31' },
      expected: { total: 58.7, flags: ['creatinine-over-12-months'] },
    },
    {
      id: 'nothing stated about the values',
      input: man,
      expected: { flags: ['weight-kind-not-stated', 'weight-date-not-stated', 'creatinine-date-not-stated'] },
    },
    {
      id: 'mg/dL is refused and said [P]',
      input: { ...stated, creatinineUmolL: 1.24 },
      expected: {
        status: 'invalid',
        total: null,
        missing: ['creatinineUmolL'],
        flags: ['impossible-creatinineUmolL', 'creatinine-perhaps-mg-dl'],
      },
    },
    { id: 'twenty', input: { ...stated, creatinineUmolL: 20 }, expected: { status: 'complete' } },
    {
      id: 'above what is plausible [P]',
      input: { ...stated, creatinineUmolL: 1501 },
      expected: { status: 'complete', flags: ['implausible-creatinineUmolL'] },
    },
    {
      id: 'sex unknown',
      input: { ...stated, sex: 'unknown' },
      expected: { status: 'incomplete', total: null, missing: ['sex'] },
    },
    {
      id: 'acute change',
      input: { ...stated, acuteChange: true },
      expected: { status: 'not-applicable', total: null, reason: 'acute-change' },
    },
    {
      id: 'dialysis',
      input: { ...stated, dialysis: true },
      expected: { status: 'not-applicable', total: null, reason: 'dialysis' },
    },
    {
      id: 'seventeen [P]',
      input: { ...stated, ageYears: 17 },
      expected: { reason: 'age-under-18', total: null },
    },
    { id: 'half a year', input: { ...stated, ageYears: 70.5 }, expected: { status: 'invalid', total: null } },
  ],
};
