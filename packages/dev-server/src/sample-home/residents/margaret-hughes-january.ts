import type { Story } from '../story.ts';

/** Shares her whole name with another resident of this home. */
export const margaretHughesJanuary: Story = {
  key: 'margaret-hughes-january',
  family: 'Hughes',
  given: ['Margaret'],
  title: 'Mrs',
  preferred: 'Peggy',
  born: '1941-01-14',
  gender: 'female',
  number: { nhs: 2 },
  ethnicity: 'A',
  stay: { room: '21', since: 95 },
  problems: [
    { name: 'alzheimers', since: '2020' },
    { name: 'diabetes', since: '2008' },
    { name: 'heart-disease', since: '2011' },
    { name: 'double-incontinence', since: '2024' },
    { name: 'depression', since: '2019' },
  ],
  allergies: [
    {
      substance: 'aspirin',
      kind: 'intolerance',
      criticality: 'low',
      reaction: 'Indigestion',
      severity: 'mild',
      recorded: '2012-05',
    },
  ],
  medicines: [
    'metformin',
    'gliclazide',
    'clopidogrel',
    'atorvastatin',
    'ramipril',
    'sertraline',
    'lansoprazole',
    'gtn',
    'paracetamol',
    'barrier-cream',
  ],
  frailty: { cfs: 7, on: 88, efiDeficits: 16 },
  vitals: { rr: 17, spo2: 96, sbp: 132, dbp: 70, pulse: 70, temp: 36.4, usual: { total: 0, on: 87 } },
  weight: { now: 72.4, before: 73.9, height: 155 },
  needs: {
    barthel: [{ total: 6, on: 30 }],
    moving: 'Transfers with two people and a stand aid',
    continence: 'Incontinent of urine and faeces; full help',
  },
  limits: {
    cpr: [{ decision: 'do-not-attempt', on: 60, by: 'gp' }],
    respect: { on: 60, original: 'red folder, first-floor office' },
  },
  flags: [
    {
      kind: 'deprivation-of-liberty',
      words: 'DoLS requested, urgent authorisation ended; waiting for the council',
      on: 88,
    },
  ],
  aboutMe: {
    communication: 'Call me Peggy. I follow short sentences and pictures.',
    'please-do': 'Please do not rush me at breakfast.',
  },
  people: [{ given: 'Linda', family: 'Hughes', relation: 'Niece', phone: '031', roles: ['first-contact'] }],
  plan: {
    on: 86,
    reviewIn: 6,
    goals: [{ words: 'Be out of bed for lunch' }],
    actions: [{ words: 'Six-monthly diabetes check', owner: 'nurse', dueIn: 11 }],
  },
  events: [{ kind: 'phone', ago: 12, words: 'Advice about a low blood sugar before lunch' }],
  vaccines: [{ name: 'Influenza vaccine', ago: 44 }],
};
