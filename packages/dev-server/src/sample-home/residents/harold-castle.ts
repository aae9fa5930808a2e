import type { Story } from '../story.ts';

/** Shares a room with his wife. */
export const haroldCastle: Story = {
  key: 'harold-castle',
  family: 'Castle',
  given: ['Harold'],
  title: 'Mr',
  preferred: 'Harry',
  born: '1935-08-08',
  gender: 'male',
  number: { nhs: 12 },
  ethnicity: 'A',
  stay: { room: '20', since: 250 },
  problems: [
    { name: 'lewy-body', since: '2022' },
    { name: 'falls', since: '2024' },
    { name: 'heart-disease', since: '2006' },
    { name: 'constipation', since: '2021' },
    { name: 'urinary-incontinence', since: '2024' },
  ],
  allergies: { noneKnown: 'drug', on: 249 },
  medicines: [
    'rivastigmine',
    'aspirin',
    'atorvastatin',
    'bisoprolol',
    'tamsulosin',
    'senna',
    'macrogol',
    'paracetamol',
    'colecalciferol',
    {
      name: 'quetiapine',
      since: 60,
      for: 'Frightening things that he sees',
      take: 'half a tablet at night; review due',
    },
  ],
  frailty: { cfs: 6, on: 180, efiDeficits: 14 },
  vitals: { rr: 16, spo2: 96, sbp: 116, dbp: 66, pulse: 64, temp: 36.4, usual: { total: 0, on: 178 } },
  weight: { now: 70.1, before: 71.5, height: 173 },
  needs: {
    barthel: [{ total: 9, on: 28 }],
    moving: 'Frame and one person; some days two',
    continence: 'Urgency; sometimes too late',
  },
  limits: {
    wish: { words: 'Together with Nora, here, for as long as possible.', on: 178 },
    cpr: [{ decision: 'do-not-attempt', on: 178, by: 'gp' }],
    respect: { on: 178, original: 'red folder, first-floor office' },
  },
  aboutMe: {
    communication: 'Some days I am clear and some days I see children in the room. Do not argue with either.',
    people: 'Nora. Sixty-one years in June.',
  },
  people: [
    { given: 'Nora', family: 'Castle', relation: 'Wife, lives in the same room', roles: ['next-of-kin'] },
    {
      given: 'Stephen',
      family: 'Castle',
      relation: 'Son',
      phone: '151',
      roles: ['first-contact', 'attorney-health', 'attorney-property'],
    },
  ],
  plan: {
    on: 176,
    reviewIn: 20,
    goals: [{ words: 'Breakfast with Nora every day' }],
    actions: [{ words: 'Review the quetiapine', owner: 'gp', dueIn: -3 }],
  },
  events: [
    { kind: 'medication-review', ago: 66, words: 'Quetiapine started low; look again within three months' },
    { kind: 'fall', ago: 15, words: 'Slid from the bed at night. Skin tear on the right elbow, dressed.' },
    { kind: 'fall', ago: 52, words: 'Fell in the bathroom. No injury found.' },
  ],
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
  ],
  open: [
    {
      kind: 'worry',
      ago: 1,
      at: '16:05',
      words: 'Sleepier than usual after lunch, hard to wake for his tea.',
      seen: '16:31',
      answer: {
        at: '16:58',
        words:
          'Seen on video. Chest clear, passing water. Leave out the next quetiapine. I will see him on the next round.',
      },
    },
  ],
};
