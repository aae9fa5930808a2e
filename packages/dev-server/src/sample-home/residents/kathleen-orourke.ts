import type { Story } from '../story.ts';

/** Has lost more than a tenth of her weight in three months. */
export const kathleenOrourke: Story = {
  key: 'kathleen-orourke',
  family: 'O’Rourke',
  given: ['Kathleen'],
  title: 'Mrs',
  preferred: 'Kath',
  born: '1935-05-05',
  gender: 'female',
  number: { nhs: 22 },
  ethnicity: 'B',
  stay: { room: '13', since: 310 },
  problems: [
    { name: 'alzheimers', since: '2020' },
    { name: 'weight-loss', since: 40 },
    { name: 'anaemia', since: 40 },
    { name: 'pressure-ulcer', since: 11 },
    { name: 'double-incontinence', since: '2025' },
  ],
  allergies: { noneKnown: 'drug', on: 308 },
  medicines: [
    'ferrous-fumarate',
    'folic-acid',
    'nutritional-drink',
    'mirtazapine',
    'paracetamol',
    'omeprazole',
    'macrogol',
    'barrier-cream',
    'calcium-d3',
  ],
  frailty: { cfs: 7, on: 75, efiDeficits: 15 },
  vitals: { rr: 17, spo2: 96, sbp: 108, dbp: 60, pulse: 84, temp: 36.2, usual: { total: 1, on: 75 } },
  weight: { now: 45.3, before: 51.0, height: 156 },
  needs: {
    barthel: [
      { total: 5, on: 18 },
      { total: 8, on: 170 },
    ],
    moving: 'Two people and a slide sheet',
    continence: 'Incontinent of urine and faeces; full help',
  },
  limits: {
    wish: { words: 'Comfort first. Talk to Declan before any hospital.', on: 74 },
    cpr: [{ decision: 'do-not-attempt', on: 74, by: 'gp' }],
    respect: { on: 74, original: 'red folder, first-floor office' },
  },
  aboutMe: { communication: 'I eat when somebody eats with me.', 'what-matters': 'Mass on the radio.' },
  people: [
    {
      given: 'Declan',
      family: 'O’Rourke',
      relation: 'Son',
      phone: '251',
      roles: ['next-of-kin', 'first-contact', 'attorney-health'],
    },
  ],
  plan: {
    on: 73,
    reviewIn: 18,
    goals: [{ words: 'Gain back two kilos by February' }],
    actions: [
      { words: 'Weigh each week', owner: 'carer', dueIn: 2 },
      { words: 'Dietitian review', owner: 'dietitian', dueIn: 6 },
    ],
  },
  events: [{ kind: 'visit', ago: 11, words: 'Community nurse: heel dressed, heel protector ordered' }],
  vaccines: [{ name: 'Influenza vaccine', ago: 45 }],
  open: [
    { kind: 'action', ago: 11, words: 'Photograph and measure the heel each week', owner: 'nurse', dueIn: 1 },
  ],
};
