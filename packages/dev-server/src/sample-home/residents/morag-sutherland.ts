import type { Story } from '../story.ts';

/**
 * From Scotland: a CHI number and no NHS number. It passes modulus 11 but begins with 31 February, so it is nobody's.
 */
export const moragSutherland: Story = {
  key: 'morag-sutherland',
  family: 'Sutherland',
  given: ['Morag'],
  title: 'Mrs',
  born: '1939-01-25',
  gender: 'female',
  number: { chi: '3102390048' },
  ethnicity: 'A',
  stay: { room: '10', since: 34 },
  problems: [
    { name: 'alzheimers', since: '2023' },
    { name: 'hypertension', since: '2000' },
    { name: 'hypothyroidism', since: '1988' },
  ],
  allergies: { noneKnown: 'drug', on: 33 },
  medicines: [
    'levothyroxine',
    'amlodipine',
    'atorvastatin',
    'donepezil',
    'sertraline',
    'paracetamol',
    'lansoprazole',
    'senna',
    'hypromellose',
  ],
  frailty: { cfs: 6, on: 30 },
  vitals: { rr: 16, spo2: 97, sbp: 134, dbp: 76, pulse: 72, temp: 36.6, usual: { total: 0, on: 29 } },
  weight: { now: 63.2, before: 63.2, height: 163 },
  needs: {
    barthel: [{ total: 12, on: 31, version: null }],
  },
  limits: { wish: { words: 'I want to be near my daughter whatever happens.', on: 28 } },
  aboutMe: {
    communication: 'Dinnae shout, I am not deaf.',
    'what-matters': 'My daughter, who brought me down from Inverness.',
  },
  people: [
    {
      given: 'Fiona',
      family: 'Drummond',
      relation: 'Daughter',
      phone: '141',
      roles: ['next-of-kin', 'first-contact', 'attorney-health'],
    },
  ],
  plan: {
    on: 27,
    reviewIn: 64,
    goals: [{ words: 'Know everybody’s name by Christmas' }],
    actions: [{ words: 'Register with the practice and trace an NHS number', owner: 'manager', dueIn: 3 }],
  },
};
