import type { Story } from '../story.ts';

/** Insulin. */
export const winstonGrant: Story = {
  key: 'winston-grant',
  family: 'Grant',
  given: ['Winston', 'Alexander'],
  title: 'Mr',
  born: '1939-06-22',
  gender: 'male',
  number: { nhs: 24 },
  ethnicity: 'M',
  stay: { room: '26', since: 275 },
  problems: [
    { name: 'diabetes', since: '1998' },
    { name: 'kidney-disease', since: '2019' },
    { name: 'vascular-dementia', since: '2024' },
    { name: 'hypertension', since: '1990' },
    { name: 'macular', since: '2020' },
  ],
  allergies: [
    { substance: 'aspirin', criticality: 'high', reaction: 'Wheeze', severity: 'severe', recorded: '2001' },
  ],
  medicines: [
    'insulin-glargine',
    'amlodipine',
    'ramipril',
    'atorvastatin',
    'clopidogrel',
    'furosemide',
    'lansoprazole',
    'paracetamol',
    'tamsulosin',
    'macrogol',
    'latanoprost',
  ],
  frailty: { cfs: 6, on: 130, efiDeficits: 14 },
  vitals: { rr: 16, spo2: 97, sbp: 148, dbp: 80, pulse: 74, temp: 36.5, usual: { total: 0, on: 129 } },
  results: [
    { test: 'egfr', value: 34, on: 22, note: 'Was 38 in May. Repeat in three months.' },
    { test: 'egfr', value: 38, on: 190 },
    { test: 'haemoglobin', value: 104, on: 22 },
  ],
  repeats: [
    {
      name: 'ferrous-fumarate',
      since: 118,
      issued: [118, 90, 62, 34, 6],
      note: 'Give with orange juice. Not at the same time as his lansoprazole.',
    },
  ],
  weight: { now: 83.1, before: 82.4, height: 177 },
  needs: { barthel: [{ total: 14, on: 34 }] },
  limits: {
    wish: { words: 'Treat me fully unless I say otherwise.', on: 129 },
    cpr: [{ decision: 'attempt', on: 129, by: 'gp' }],
  },
  aboutMe: {
    communication: 'Patience. I was a bus inspector and I still check the time.',
    'what-matters': 'Dominoes, cricket, my church.',
  },
  people: [
    {
      given: 'Marcia',
      family: 'Grant',
      relation: 'Daughter',
      phone: '271',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 127,
    reviewIn: 50,
    goals: [{ words: 'No more hypos' }],
    actions: [{ words: 'Review blood sugars with the diabetes nurse', owner: 'nurse', dueIn: 7 }],
  },
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
  ],
};
