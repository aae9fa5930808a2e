import type { Story } from '../story.ts';

/** In the last days of life. */
export const edithMarlowe: Story = {
  key: 'edith-marlowe',
  family: 'Marlowe',
  given: ['Edith'],
  title: 'Mrs',
  born: '1929-09-02',
  gender: 'female',
  number: { nhs: 7 },
  ethnicity: 'A',
  stay: { room: '2', since: 1410 },
  problems: [
    { name: 'bowel-cancer', since: '2025-10' },
    { name: 'dementia', since: '2020' },
    { name: 'heart-failure', since: '2021' },
    { name: 'double-incontinence', since: 240 },
  ],
  allergies: { noneKnown: 'drug', on: 1400 },
  medicines: [
    'fentanyl-patch',
    'morphine-injection',
    'midazolam-injection',
    'levomepromazine',
    'glycopyrronium',
    'barrier-cream',
    { name: 'bisoprolol', status: 'stopped', stopped: 4, reason: 'No longer able to swallow' },
    { name: 'furosemide', status: 'stopped', stopped: 4, reason: 'No longer able to swallow' },
  ],
  frailty: { cfs: 9, on: 30, efiDeficits: 20 },
  vitals: {
    rr: 18,
    spo2: 93,
    sbp: 104,
    dbp: 58,
    pulse: 88,
    temp: 36.4,
    usual: { total: 3, on: 60 },
    stoppedAt: 5,
  },
  needs: {
    moving: 'Cared for in bed; turned every four hours by two people',
    continence: 'Pads changed with comfort care',
  },
  limits: {
    wish: { words: 'No more hospital. My music, my rosary, and somebody with me.', on: 40 },
    cpr: [{ decision: 'do-not-attempt', on: 300, by: 'gp' }],
    respect: { on: 40, original: 'on top of the chest of drawers in her room' },
    preferredPlace: { of: 'death', words: 'Rowan Court', on: 40 },
    lastDays: {
      words:
        'No more routine observations. Mouth care each hour, position for comfort, anticipatory medicines in the locked cupboard. Ring the palliative care line for any distress.',
      on: 5,
    },
  },
  aboutMe: {
    'what-matters': 'My rosary in my hand. Father Keane knows when to come.',
    communication: 'She hears you. Tell her what you are about to do.',
  },
  people: [
    {
      given: 'Theresa',
      family: 'Marlowe',
      relation: 'Daughter',
      phone: '081',
      roles: ['next-of-kin', 'first-contact', 'attorney-health'],
    },
  ],
  plan: {
    on: 5,
    reviewIn: 1,
    goals: [{ words: 'A peaceful death here with Theresa beside me' }],
    actions: [{ words: 'GP or community nurse looks in each day', owner: 'gp', dueIn: 0 }],
  },
  events: [{ kind: 'visit', ago: 1, words: 'Daily visit: comfortable, family with her' }],
};
