import type { Story } from '../story.ts';

/** Shares a room with her husband. */
export const noraCastle: Story = {
  key: 'nora-castle',
  family: 'Castle',
  given: ['Nora', 'Jane'],
  title: 'Mrs',
  born: '1937-03-30',
  gender: 'female',
  number: { nhs: 13 },
  ethnicity: 'A',
  stay: { room: '20', since: 250 },
  problems: [
    { name: 'hip-arthritis', since: '2012' },
    { name: 'macular', since: '2018' },
    { name: 'hypertension', since: '2000' },
    { name: 'anxiety', since: '2024' },
  ],
  allergies: { noneKnown: 'any', on: 249 },
  medicines: [
    'amlodipine',
    'paracetamol',
    'omeprazole',
    'calcium-d3',
    'alendronic-acid',
    'sertraline',
    'hypromellose',
    'macrogol',
  ],
  frailty: { cfs: 5, on: 180, efiDeficits: 8 },
  vitals: { rr: 15, spo2: 97, sbp: 136, dbp: 78, pulse: 70, temp: 36.5, usual: { total: 0, on: 178 } },
  weight: { now: 57.7, before: 57.9, height: 158 },
  needs: { barthel: [{ total: 17, on: 28 }] },
  limits: {
    wish: { words: 'Hospital if it helps, but tell me what happens to Harry meanwhile.', on: 178 },
    cpr: [{ decision: 'attempt', on: 178, by: 'gp' }],
  },
  aboutMe: {
    communication: 'I cannot see your face, so say who you are. My mind is fine.',
    'what-matters': 'Harry.',
  },
  people: [{ given: 'Stephen', family: 'Castle', relation: 'Son', phone: '151', roles: ['first-contact'] }],
  plan: {
    on: 176,
    reviewIn: 20,
    goals: [{ words: 'Large-print books from the library' }],
    actions: [{ words: 'Low vision clinic', owner: 'manager', dueIn: 16 }],
  },
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
  ],
};
