import type { Story } from '../story.ts';

/** On respite, and nobody knows his NHS number yet. */
export const thomasOkafor: Story = {
  key: 'thomas-okafor',
  family: 'Okafor',
  given: ['Thomas', 'Chukwudi'],
  title: 'Mr',
  born: '1947-08-03',
  gender: 'male',
  number: { unavailable: 'nhs-number-not-known' },
  ethnicity: 'N',
  practice: 'other',
  stay: { room: '24', since: 5, kind: 'respite' },
  problems: [
    { name: 'memory-impairment', since: 240 },
    { name: 'hypertension' },
    { name: 'asthma', since: '1970' },
  ],
  allergies: [
    {
      substance: 'peanut',
      criticality: 'high',
      reaction: 'Anaphylaxis',
      severity: 'severe',
      recorded: '2011',
    },
  ],
  medicines: ['amlodipine', 'ramipril', 'salbutamol', 'atorvastatin', 'paracetamol', 'latanoprost'],
  vitals: { rr: 15, spo2: 97, sbp: 140, dbp: 84, pulse: 70, temp: 36.5 },
  weight: { now: 84.5, before: 84.5, height: 180 },
  limits: { wish: { words: 'I go home when my wife does. Ring her about anything.', on: 5 } },
  aboutMe: {
    communication: 'I speak slowly since this year. Let me finish.',
    people: 'My wife Ngozi is in hospital for her knee. That is why I am here.',
  },
  people: [
    {
      given: 'Ngozi',
      family: 'Okafor',
      relation: 'Wife',
      phone: '131',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  open: [
    {
      kind: 'action',
      ago: 4,
      words: 'Find his NHS number with his own practice',
      owner: 'manager',
      dueIn: 1,
    },
  ],
};
