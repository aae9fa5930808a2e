import type { Story } from '../story.ts';

/** Under 65, with a learning disability and epilepsy. */
export const joannePickles: Story = {
  key: 'joanne-pickles',
  family: 'Pickles',
  given: ['Joanne'],
  title: 'Miss',
  preferred: 'Jo',
  born: '1966-07-22',
  gender: 'female',
  number: { nhs: 21 },
  ethnicity: 'A',
  stay: { room: '22', since: 1100 },
  problems: [
    { name: 'learning-disability', since: '1966' },
    { name: 'epilepsy', since: '1970' },
    { name: 'constipation', since: '2001' },
    { name: 'double-incontinence' },
  ],
  allergies: [{ substance: 'penicillin', reaction: 'Rash', severity: 'mild', recorded: '1979' }],
  medicines: ['sodium-valproate', 'levetiracetam', 'midazolam', 'macrogol', 'lactulose', 'barrier-cream'],
  vitals: { rr: 16, spo2: 97, sbp: 116, dbp: 70, pulse: 74, temp: 36.4, usual: { total: 0, on: 330 } },
  weight: { now: 55.0, before: 55.2, height: 149 },
  needs: { moving: 'Wheelchair; two people to stand', continence: 'Pads; full help' },
  flags: [
    {
      kind: 'reasonable-adjustment',
      words: 'Does not speak. Her hospital passport says how she shows pain',
      on: 900,
    },
    { kind: 'safeguarding', words: 'Safeguarding plan in place: ask the home manager', on: 45 },
  ],
  aboutMe: {
    communication: 'I do not speak. I look at what I want. I bite my hand when something hurts.',
    'what-matters': 'Water, bubbles and Elvis.',
  },
  people: [
    {
      given: 'Maureen',
      family: 'Pickles',
      relation: 'Mother',
      phone: '241',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 328,
    reviewIn: 37,
    goals: [{ words: 'Swim every other week' }],
    actions: [{ words: 'Bowel chart to the round each week', owner: 'carer', dueIn: 3 }],
  },
  events: [{ kind: 'visit', ago: 200, words: 'Annual health check for people with a learning disability' }],
  vaccines: [{ name: 'Influenza vaccine', ago: 44 }],
};
