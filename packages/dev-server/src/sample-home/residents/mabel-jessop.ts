import type { Story } from '../story.ts';

/** An infection that everybody must know about before they enter the room. */
export const mabelJessop: Story = {
  key: 'mabel-jessop',
  family: 'Jessop',
  given: ['Mabel'],
  title: 'Mrs',
  born: '1936-01-01',
  gender: 'female',
  number: { nhs: 26 },
  ethnicity: 'A',
  stay: { room: '28', since: 880 },
  problems: [
    { name: 'alzheimers', since: '2019' },
    { name: 'urinary-infection', since: 3 },
    { name: 'hypertension', since: '1999' },
    { name: 'double-incontinence', since: '2024' },
  ],
  allergies: [
    {
      substance: 'trimethoprim',
      criticality: 'low',
      reaction: 'Vomiting',
      severity: 'moderate',
      recorded: '2021-07',
    },
  ],
  medicines: [
    'amlodipine',
    'donepezil',
    'paracetamol',
    'senna',
    'colecalciferol',
    'lansoprazole',
    'barrier-cream',
    'emollient',
    { name: 'nitrofurantoin', since: 3, for: 'Urinary tract infection' },
  ],
  frailty: { cfs: 7, on: 190, efiDeficits: 12 },
  vitals: {
    rr: 17,
    spo2: 96,
    sbp: 130,
    dbp: 72,
    pulse: 78,
    temp: 36.5,
    usual: { total: 0, on: 188 },
    unwell: [
      { ago: 3, at: '09:30', temp: 38.4, pulse: 102, acvpu: 'C' },
      { ago: 1, at: '09:10', temp: 37.4, pulse: 88, rr: null, spo2: null },
    ],
  },
  weight: { now: 58.8, before: 59.9, height: 157 },
  needs: {
    barthel: [{ total: 6, on: 47 }],
    moving: 'Two people and a stand aid',
    continence: 'Incontinent of urine and faeces; full help',
  },
  limits: {
    wish: { words: 'Here if I can be treated here.', on: 188 },
    cpr: [{ decision: 'do-not-attempt', on: 188, by: 'gp' }],
    respect: { on: 500, original: 'not known: last seen before the room change', superseded: true },
  },
  flags: [
    {
      kind: 'infection',
      words: 'Diarrhoea and vomiting for two days: isolate, gloves, apron, soap and water',
      on: 2,
      until: -2,
    },
  ],
  aboutMe: { communication: 'Sing and I will follow.' },
  people: [
    {
      given: 'Pauline',
      family: 'Jessop',
      relation: 'Daughter-in-law',
      phone: '291',
      roles: ['first-contact'],
    },
  ],
  plan: {
    on: 186,
    reviewIn: 28,
    goals: [{ words: 'Sing every day' }],
    actions: [{ words: 'Fluids chart until the infection is over', owner: 'carer', dueIn: 2 }],
  },
  vaccines: [{ name: 'Influenza vaccine', ago: 45 }],
  open: [
    {
      kind: 'worry',
      ago: 3,
      at: '09:40',
      words: 'New confusion and a temperature.',
      seen: '09:52',
      answer: {
        at: '10:20',
        words: 'Urine infection likely. Nitrofurantoin started, fluids, look again tomorrow.',
      },
    },
  ],
};
