import type { Story } from '../story.ts';

/** His NHS number has not been traced. */
export const leonardAckroyd: Story = {
  key: 'leonard-ackroyd',
  family: 'Ackroyd',
  given: ['Leonard'],
  title: 'Mr',
  preferred: 'Len',
  born: '1940-02-29',
  gender: 'male',
  number: { nhs: 27, status: '02' },
  ethnicity: 'A',
  stay: { room: '29', since: 71 },
  problems: [
    { name: 'stroke', since: 130 },
    { name: 'vascular-dementia', since: 66 },
    { name: 'atrial-fibrillation', since: 130 },
    { name: 'hypertension', since: '2004' },
  ],
  allergies: { noneKnown: 'drug', on: 70 },
  medicines: [
    'apixaban',
    'bisoprolol',
    'atorvastatin',
    'ramipril',
    'amlodipine',
    'lansoprazole',
    'baclofen',
    'paracetamol',
    'senna',
    'citalopram',
  ],
  frailty: { cfs: 6, on: 66, efiDeficits: 11 },
  vitals: { rr: 16, spo2: 97, sbp: 138, dbp: 80, pulse: 76, temp: 36.6, usual: { total: 0, on: 66 } },
  weight: { now: 74.0, before: 74.6, height: 172, slip: { kg: 47.0, on: -364 } },
  needs: {
    barthel: [
      { total: 9, on: 27 },
      { total: 6, on: 68 },
    ],
    moving: 'One person and a stick; improving',
  },
  limits: {
    wish: { words: 'Everything that gets me walking.', on: 65 },
    cpr: [{ decision: 'attempt', on: 65, by: 'gp' }],
  },
  aboutMe: { communication: 'Give me the first sound of the word and I get there.' },
  people: [
    {
      given: 'Shirley',
      family: 'Ackroyd',
      relation: 'Wife',
      phone: '301',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 64,
    reviewIn: 26,
    goals: [{ words: 'Walk out of here' }],
    actions: [{ words: 'Trace the NHS number with the registration office', owner: 'manager', dueIn: 4 }],
  },
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
  ],
};
