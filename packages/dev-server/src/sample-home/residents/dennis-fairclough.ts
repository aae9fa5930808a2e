import type { Story } from '../story.ts';

/** Parkinson's medicines that cannot wait. */
export const dennisFairclough: Story = {
  key: 'dennis-fairclough',
  family: 'Fairclough',
  given: ['Dennis'],
  title: 'Mr',
  born: '1941-10-20',
  gender: 'male',
  number: { nhs: 23 },
  ethnicity: 'A',
  stay: { room: '25', since: 198 },
  problems: [
    { name: 'parkinsons', since: '2013' },
    { name: 'parkinsons-dementia', since: '2025' },
    { name: 'swallowing', since: '2025' },
    { name: 'falls', since: '2022' },
    { name: 'constipation', since: '2016' },
    { name: 'urinary-incontinence', since: '2024' },
  ],
  allergies: { noneKnown: 'drug', on: 197 },
  medicines: [
    'co-careldopa',
    'rivastigmine',
    'quetiapine',
    'macrogol',
    'senna',
    'thickener',
    'paracetamol',
    'colecalciferol',
    'calcium-d3',
    'alendronic-acid',
    'solifenacin',
    'emollient',
  ],
  frailty: { cfs: 7, on: 150, efiDeficits: 17 },
  vitals: { rr: 16, spo2: 96, sbp: 104, dbp: 58, pulse: 72, temp: 36.4, usual: { total: 1, on: 149 } },
  weight: { now: 67.7, before: 69.9, height: 175 },
  needs: {
    barthel: [{ total: 6, on: 22 }],
    moving: 'Best an hour after his tablets; otherwise two people',
    continence: 'Pads at night; urgency',
  },
  limits: {
    wish: { words: 'If I go to hospital my tablets go with me and are given on time.', on: 149 },
    cpr: [{ decision: 'do-not-attempt', on: 149, by: 'gp' }],
    respect: { on: 149, original: 'red folder, first-floor office' },
  },
  aboutMe: {
    communication: 'I speak softly. Come close and wait.',
    'please-do': 'Please do not be late with my tablets. Ten minutes matter.',
  },
  people: [
    {
      given: 'Sandra',
      family: 'Fairclough',
      relation: 'Wife',
      phone: '261',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 147,
    reviewIn: 33,
    goals: [{ words: 'Tablets on the minute' }],
    actions: [{ words: 'Ask the Parkinson’s nurse about the evening dose', owner: 'nurse', dueIn: 5 }],
  },
  events: [
    { kind: 'fall', ago: 8, words: 'Knees gave way at the sink; lowered to the floor by staff.' },
    { kind: 'fall', ago: 38, words: 'Found on the floor of his room. No injury found.' },
  ],
  vaccines: [{ name: 'Influenza vaccine', ago: 45 }],
};
