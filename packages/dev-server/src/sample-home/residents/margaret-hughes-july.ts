import type { Story } from '../story.ts';

/** Shares her whole name with another resident of this home. */
export const margaretHughesJuly: Story = {
  key: 'margaret-hughes-july',
  family: 'Hughes',
  given: ['Margaret'],
  title: 'Mrs',
  born: '1941-07-14',
  gender: 'female',
  number: { nhs: 1 },
  ethnicity: 'A',
  stay: { room: '4', since: 401 },
  problems: [
    { name: 'vascular-dementia', since: '2022' },
    { name: 'atrial-fibrillation', since: '2018' },
    { name: 'hypertension', since: '2003' },
    { name: 'urinary-incontinence', since: '2024' },
  ],
  allergies: { noneKnown: 'drug', on: 398 },
  medicines: [
    'apixaban',
    'bisoprolol',
    'atorvastatin',
    'amlodipine',
    'paracetamol',
    'lansoprazole',
    'senna',
    'colecalciferol',
  ],
  frailty: { cfs: 6, on: 220, efiDeficits: 12 },
  vitals: { rr: 16, spo2: 97, sbp: 138, dbp: 78, pulse: 82, temp: 36.5, usual: { total: 0, on: 220 } },
  weight: { now: 61.3, before: 61.0, height: 160 },
  needs: {
    barthel: [{ total: 11, on: 40 }],
    moving: 'Walks with a frame and one person beside her',
    continence: 'Pads at night',
  },
  limits: {
    wish: { words: 'Treat me here first. Hospital if it gives me a real chance to come back.', on: 219 },
    cpr: [{ decision: 'attempt', on: 219, by: 'gp' }],
    respect: { on: 219, original: 'red folder, first-floor office' },
  },
  aboutMe: {
    communication: 'I like a joke. If I repeat a question, answer it as if it were the first time.',
    'what-matters': 'Chapel on Sunday and my twin grandsons.',
  },
  people: [
    {
      given: 'Gareth',
      family: 'Hughes',
      relation: 'Son',
      phone: '021',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 214,
    reviewIn: 35,
    goals: [{ words: 'Go to chapel every Sunday' }],
    actions: [{ words: 'Check kidney function for the apixaban dose', owner: 'gp', dueIn: 20 }],
  },
  events: [
    { kind: 'medication-review', ago: 118, words: 'No change; swallows all tablets' },
    { kind: 'visit', ago: 32, words: 'Home round: blood pressure reviewed' },
  ],
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
  ],
};
