import type { Story } from '../story.ts';

/** Only the year of his birth is known. */
export const istvanKovacs: Story = {
  key: 'istvan-kovacs',
  family: 'Kovács',
  given: ['István'],
  title: 'Mr',
  preferred: 'Steve',
  born: '1938',
  gender: 'male',
  number: { nhs: 3 },
  ethnicity: 'C',
  languages: [{ name: 'Hungarian', preferred: true, interpreter: true }, { name: 'English' }],
  stay: { room: '9', since: 830 },
  problems: [
    { name: 'mixed-dementia', since: '2021' },
    { name: 'hearing', since: '2015' },
    { name: 'gout', since: '2010' },
    { name: 'hypertension' },
  ],
  allergies: { noneKnown: 'any', on: 820 },
  medicines: [
    'allopurinol',
    'amlodipine',
    'memantine',
    'paracetamol',
    'macrogol',
    'colecalciferol',
    'emollient',
  ],
  frailty: { cfs: 6, on: 260, efiDeficits: 10 },
  vitals: { rr: 16, spo2: 96, sbp: 142, dbp: 80, pulse: 68, temp: 36.5, usual: { total: 0, on: 250 } },
  weight: { now: 68.8, before: 69.4, height: 171 },
  needs: { barthel: [{ total: 12, on: 50 }] },
  limits: {
    wish: { words: 'Ask my son before any hospital. I was a patient once too often.', on: 200 },
    cpr: [{ decision: 'do-not-attempt', on: 200, by: 'gp' }],
  },
  flags: [
    {
      kind: 'reasonable-adjustment',
      words: 'Has gone back to Hungarian when tired: use the interpreter line or his son',
      on: 300,
    },
  ],
  aboutMe: {
    communication: 'When I am tired I only find Hungarian words. "Jól vagyok" means I am well.',
    'also-know':
      'I came in the winter of 1956 and nobody wrote down my birthday. We keep it on the first of May.',
  },
  people: [
    {
      given: 'Peter',
      family: 'Kovacs',
      relation: 'Son',
      phone: '041',
      roles: ['next-of-kin', 'first-contact', 'attorney-health', 'attorney-property'],
    },
  ],
  plan: {
    on: 190,
    reviewIn: 60,
    goals: [{ words: 'Speak Hungarian with somebody every week' }],
    actions: [{ words: 'Hearing aid batteries each Monday', owner: 'carer', dueIn: 2 }],
  },
  vaccines: [
    { name: 'Influenza vaccine', ago: 44 },
    { name: 'COVID-19 vaccine', ago: 44, declined: 'Declined by him after a talk with his son' },
  ],
};
