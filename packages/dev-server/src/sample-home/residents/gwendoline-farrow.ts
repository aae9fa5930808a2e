import type { Story } from '../story.ts';

/** Registered with another practice than the home's own. */
export const gwendolineFarrow: Story = {
  key: 'gwendoline-farrow',
  family: 'Farrow',
  given: ['Gwendoline'],
  title: 'Miss',
  preferred: 'Gwen',
  born: '1937-06-19',
  gender: 'female',
  number: { nhs: 11 },
  ethnicity: 'A',
  practice: 'other',
  stay: { room: '16', since: 58 },
  problems: [
    { name: 'mixed-dementia', since: '2023' },
    { name: 'hypertension', since: '2001' },
    { name: 'urinary-incontinence', since: '2025' },
  ],
  allergies: [{ substance: 'penicillin', reaction: 'Not known; told as a child', recorded: '1950' }],
  medicines: [
    'felodipine',
    'atorvastatin',
    'memantine',
    'citalopram',
    'paracetamol',
    'colecalciferol',
    'senna',
    'emollient',
  ],
  frailty: { cfs: 6, on: 50, efiDeficits: 9 },
  vitals: { rr: 16, spo2: 97, sbp: 144, dbp: 82, pulse: 72, temp: 36.5 },
  weight: { now: 59.9, before: 60.3, height: 162 },
  needs: {
    barthel: [{ total: 13, on: 49 }],
    continence: 'Pads at night',
  },
  aboutMe: { communication: 'I was a piano teacher. Music gets through when words do not.' },
  people: [
    {
      given: 'Alan',
      family: 'Farrow',
      relation: 'Nephew',
      phone: '121',
      roles: ['next-of-kin', 'attorney-property'],
    },
  ],
  plan: {
    on: 49,
    reviewIn: 42,
    status: 'draft',
    goals: [{ words: 'Play for the others on Fridays', status: 'proposed' }],
    actions: [{ words: 'Ask whether she wants to change to Ridgeway Surgery', owner: 'manager', dueIn: 12 }],
  },
};
