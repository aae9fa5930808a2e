import type { Story } from '../story.ts';

/** Two records disagree about CPR. A screen must show both and choose neither. */
export const frankHolloway: Story = {
  key: 'frank-holloway',
  family: 'Holloway',
  given: ['Frank'],
  title: 'Mr',
  born: '1942-02-11',
  gender: 'male',
  number: { nhs: 14 },
  ethnicity: 'A',
  stay: { room: '14', since: 365 },
  problems: [
    { name: 'vascular-dementia', since: '2024' },
    { name: 'stroke', since: '2023-02' },
    { name: 'atrial-fibrillation', since: '2023-02' },
    { name: 'diabetes', since: '2010' },
    { name: 'urinary-incontinence', since: '2023' },
  ],
  allergies: { noneKnown: 'drug', on: 360 },
  medicines: [
    'apixaban',
    'bisoprolol',
    'atorvastatin',
    'ramipril',
    'metformin',
    'lansoprazole',
    'baclofen',
    'paracetamol',
    'senna',
    'macrogol',
    'emollient',
  ],
  frailty: { cfs: 7, on: 90, efiDeficits: 16 },
  vitals: { rr: 17, spo2: 96, sbp: 130, dbp: 74, pulse: 84, temp: 36.6, usual: { total: 0, on: 90 } },
  weight: { now: 76.3, before: 77.0, height: 176 },
  needs: {
    barthel: [{ total: 7, on: 35 }],
    moving: 'Stand aid and two people',
    continence: 'Urine bottle and pads',
  },
  limits: {
    wish: { words: 'Hospital if I am likely to get over it.', on: 85 },
    cpr: [
      { decision: 'attempt', on: 85, by: 'gp' },
      { decision: 'do-not-attempt', on: 48, by: 'hospital' },
    ],
    respect: { on: 48, original: 'red folder, first-floor office' },
  },
  aboutMe: { communication: 'My right side does not work and my speech is slow. I understand everything.' },
  people: [
    {
      given: 'Denise',
      family: 'Holloway',
      relation: 'Wife',
      phone: '171',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 84,
    reviewIn: 7,
    goals: [{ words: 'Hold a cup in my right hand' }],
    actions: [{ words: 'Talk with Frank and Denise about the two CPR records', owner: 'gp', dueIn: 2 }],
  },
  events: [{ kind: 'hospital-stay', ago: 52, until: 47, words: 'Urinary infection' }],
  vaccines: [{ name: 'Influenza vaccine', ago: 44 }],
};
