import type { Story } from '../story.ts';

/** A hyphenated name and a first language that is not English. */
export const eleriPrysJones: Story = {
  key: 'eleri-prys-jones',
  family: 'Prys-Jones',
  given: ['Eleri', 'Mair'],
  title: 'Miss',
  born: '1934-02-28',
  gender: 'female',
  number: { nhs: 4 },
  ethnicity: 'A',
  languages: [{ name: 'Welsh', preferred: true }, { name: 'English' }],
  stay: { room: '15', since: 1203 },
  problems: [
    { name: 'dementia', since: '2019' },
    { name: 'macular', since: '2012' },
    { name: 'osteoporosis', since: '2010' },
    { name: 'heart-failure', since: '2023' },
    { name: 'double-incontinence', since: '2024' },
  ],
  allergies: [
    {
      substance: 'trimethoprim',
      criticality: 'low',
      reaction: 'Rash',
      severity: 'moderate',
      recorded: '2016-09-12',
    },
  ],
  medicines: [
    'furosemide',
    'bisoprolol',
    'spironolactone',
    'ramipril',
    'alendronic-acid',
    'calcium-d3',
    'paracetamol',
    'senna',
    'hypromellose',
  ],
  frailty: { cfs: 8, on: 120, efiDeficits: 18 },
  vitals: { rr: 20, spo2: 95, sbp: 112, dbp: 62, pulse: 66, temp: 36.3, usual: { total: 1, on: 118 } },
  weight: { now: 47.1, before: 48.0, height: 150 },
  needs: {
    barthel: [
      { total: 3, on: 20 },
      { total: 5, on: 190 },
    ],
    moving: 'Hoist and two people for every move',
    continence: 'Incontinent of urine and faeces; full help',
  },
  limits: {
    wish: { words: 'Keep me comfortable here. Not for hospital.', on: 118 },
    cpr: [{ decision: 'do-not-attempt', on: 118, by: 'gp' }],
    respect: { on: 118, original: 'red folder, ground-floor office' },
    preferredPlace: { of: 'care', words: 'Rowan Court', on: 118 },
  },
  aboutMe: {
    communication: 'Cymraeg first, please. I cannot see faces: say who you are.',
    'what-matters': 'Hymns, and clean hands before food.',
  },
  people: [
    {
      given: 'Nia',
      family: 'Prys',
      relation: 'Cousin',
      phone: '051',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 117,
    reviewIn: 5,
    goals: [{ words: 'No pain when I am moved' }],
    actions: [{ words: 'Review the pressure mattress setting', owner: 'nurse', dueIn: 4 }],
  },
  events: [{ kind: 'visit', ago: 18, words: 'Home round: ankle swelling, furosemide kept as it is' }],
  vaccines: [{ name: 'Influenza vaccine', ago: 45 }],
};
