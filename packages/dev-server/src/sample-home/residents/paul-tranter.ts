import type { Story } from '../story.ts';

/** Under 65, with a learning disability and reasonable adjustments. */
export const paulTranter: Story = {
  key: 'paul-tranter',
  family: 'Tranter',
  given: ['Paul'],
  title: 'Mr',
  born: '1974-05-16',
  gender: 'male',
  number: { nhs: 17 },
  ethnicity: 'A',
  languages: [{ name: 'English and Makaton signs', preferred: true }],
  stay: { room: '17', since: 420 },
  problems: [
    { name: 'downs-syndrome', since: '1974' },
    { name: 'alzheimers', since: '2024' },
    { name: 'epilepsy', since: '2025' },
    { name: 'hypothyroidism', since: '1999' },
  ],
  allergies: { noneKnown: 'drug', on: 410 },
  medicines: ['levothyroxine', 'levetiracetam', 'memantine', 'midazolam', 'emollient'],
  frailty: { cfs: 6, on: 100 },
  vitals: { rr: 16, spo2: 96, sbp: 112, dbp: 66, pulse: 62, temp: 36.2, usual: { total: 0, on: 98 } },
  weight: { now: 62.0, before: 64.8, height: 152 },
  needs: {
    barthel: [
      { total: 11, on: 41 },
      { total: 15, on: 225 },
    ],
    continence: 'Reminded to go; accidents at night',
  },
  limits: { wish: { words: 'My sister comes with me to hospital. Always.', on: 97 } },
  flags: [
    {
      kind: 'reasonable-adjustment',
      words: 'Longer appointments, first in the day; show pictures; his sister with him',
      on: 400,
    },
    {
      kind: 'reasonable-adjustment',
      words: 'Cannot say where it hurts: use his pain passport before deciding that he is "just upset"',
      on: 400,
    },
    { kind: 'deprivation-of-liberty', words: 'DoLS authorised', on: 150, until: -215 },
  ],
  aboutMe: {
    communication: 'I use Makaton and pictures. Thumbs up is yes. If I sit on my hands I am frightened.',
    'what-matters': 'My sister Julie. Fridays: chips. My radio.',
    wellness: 'When I am ill I go quiet and stop dancing.',
    'please-do': 'Please tell me before you touch me. Please do not talk to Julie over my head.',
  },
  people: [
    {
      given: 'Julie',
      family: 'Tranter',
      relation: 'Sister',
      phone: '201',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 96,
    reviewIn: 15,
    goals: [{ words: 'Go to the disco with Julie' }],
    actions: [{ words: 'Annual health check: blood test a week before', owner: 'nurse', dueIn: 18 }],
  },
  events: [
    { kind: 'visit', ago: 70, words: 'Epilepsy nurse: seizure plan updated', cancelled: true },
    { kind: 'visit', ago: 340, words: 'Annual health check for people with a learning disability' },
  ],
  vaccines: [{ name: 'Influenza nasal spray vaccine', ago: 40 }],
};
