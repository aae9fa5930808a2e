import type { Story } from '../story.ts';

/** Under 65, with Huntington's disease. */
export const saminaYusuf: Story = {
  key: 'samina-yusuf',
  family: 'Yusuf',
  given: ['Samina'],
  title: 'Mrs',
  born: '1971-11-02',
  gender: 'female',
  number: { nhs: 20 },
  ethnicity: 'J',
  languages: [{ name: 'Urdu', preferred: true }, { name: 'English' }],
  stay: { room: '3', since: 510 },
  problems: [
    { name: 'huntingtons', since: '2014' },
    { name: 'swallowing', since: '2024' },
    { name: 'weight-loss', since: 240 },
    { name: 'depression', since: '2015' },
    { name: 'double-incontinence', since: '2025' },
  ],
  allergies: { noneKnown: 'any', on: 505 },
  medicines: [
    'risperidone',
    'sertraline',
    'thickener',
    'nutritional-drink',
    'lansoprazole',
    'macrogol',
    'baclofen',
    'paracetamol',
  ],
  vitals: { rr: 17, spo2: 97, sbp: 114, dbp: 70, pulse: 88, temp: 36.7, usual: { total: 0, on: 260 } },
  weight: {
    now: 44.6,
    before: 48.9,
    height: 160,
    declined: { on: 1, words: 'Offered twice. “Not today, it only upsets me.” Ask again on Monday.' },
  },
  swallowing: { drinks: 2, food: 4, help: 'Full help, small spoon, no talking while she eats.', on: 20 },
  needs: {
    barthel: [{ total: 4, on: 25 }],
    moving: 'Two people; padded chair',
    continence: 'Pads; full help',
  },
  limits: {
    wish: { words: 'Feed me by mouth while I enjoy it. No feeding tube.', on: 255 },
    cpr: [{ decision: 'do-not-attempt', on: 255, by: 'gp' }],
    respect: { on: 255, original: 'red folder, ground-floor office' },
  },
  aboutMe: {
    communication: 'My face does not show what I feel. Ask.',
    'please-do': 'Please keep my scarf within reach. Halal food.',
  },
  people: [
    {
      given: 'Imran',
      family: 'Yusuf',
      relation: 'Husband',
      phone: '231',
      roles: ['next-of-kin', 'first-contact', 'attorney-health'],
    },
  ],
  plan: {
    on: 250,
    reviewIn: 10,
    goals: [{ words: 'No more weight lost' }],
    actions: [{ words: 'Dietitian review of weight loss', owner: 'dietitian', dueIn: 4 }],
  },
  open: [{ kind: 'worry', ago: 6, at: '12:40', words: 'Coughing at every meal this week.', seen: '13:15' }],
  vaccines: [{ name: 'Influenza vaccine', ago: 45 }],
};
