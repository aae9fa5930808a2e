import type { Story } from '../story.ts';

/** Under 65, after a brain injury. */
export const craigNorland: Story = {
  key: 'craig-norland',
  family: 'Norland',
  given: ['Craig'],
  title: 'Mr',
  born: '1965-09-09',
  gender: 'male',
  number: { nhs: 19 },
  ethnicity: 'A',
  stay: { room: '19', since: 780 },
  problems: [
    { name: 'brain-injury', since: '2022-04' },
    { name: 'epilepsy', since: '2022' },
    { name: 'anxiety', since: '2022' },
  ],
  allergies: [{ substance: 'latex', reaction: 'Blisters', severity: 'moderate', recorded: '2022-06' }],
  medicines: [
    'levetiracetam',
    'sodium-valproate',
    'trazodone',
    'omeprazole',
    'paracetamol',
    'midazolam',
    'colecalciferol',
  ],
  vitals: { rr: 14, spo2: 98, sbp: 126, dbp: 78, pulse: 66, temp: 36.6, usual: { total: 0, on: 300 } },
  weight: { now: 79.4, before: 78.8, height: 182 },
  needs: { barthel: [{ total: 14, on: 80 }] },
  limits: {
    wish: { words: 'Hospital, and tell them about the metal plate in my head.', on: 300 },
    cpr: [{ decision: 'attempt', on: 300, by: 'gp' }],
  },
  flags: [
    { kind: 'deprivation-of-liberty', words: 'DoLS authorised', on: 300, until: 10 },
    { kind: 'reasonable-adjustment', words: 'Noise and bright light bring on seizures', on: 700 },
  ],
  aboutMe: {
    communication: 'Write it down as well. I forget, I am not rude.',
    'what-matters': 'My lads on Saturdays.',
  },
  people: [
    { given: 'Tracy', family: 'Norland', relation: 'Former wife', phone: '221', roles: ['first-contact'] },
  ],
  plan: {
    on: 290,
    reviewIn: 75,
    goals: [{ words: 'Cook for the lads' }],
    actions: [{ words: 'Renew the DoLS authorisation: it has run out', owner: 'manager', dueIn: -9 }],
  },
  vaccines: [{ name: 'Influenza vaccine', ago: 45, declined: 'Declined by him' }],
};
