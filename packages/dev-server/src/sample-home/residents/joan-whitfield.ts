import type { Story } from '../story.ts';

/** Came back from hospital late last night: a new plan is due within seven working days. */
export const joanWhitfield: Story = {
  key: 'joan-whitfield',
  family: 'Whitfield',
  given: ['Joan', 'Elizabeth'],
  title: 'Mrs',
  born: '1940-05-21',
  gender: 'female',
  number: { nhs: 6 },
  ethnicity: 'A',
  stay: {
    room: '18',
    since: 540,
    back: { away: 9, on: 1, at: '22:10', why: 'Fracture of neck of right femur after a fall' },
  },
  problems: [
    { name: 'alzheimers', since: '2022' },
    { name: 'hip-fracture', since: 9 },
    { name: 'osteoporosis', since: 9 },
    { name: 'hypothyroidism', since: '1999' },
    { name: 'falls', since: 240 },
    { name: 'urinary-incontinence', since: '2025' },
  ],
  allergies: [
    {
      substance: 'codeine',
      kind: 'intolerance',
      criticality: 'low',
      reaction: 'Sickness and confusion',
      severity: 'moderate',
      recorded: 7,
    },
  ],
  medicines: [
    'levothyroxine',
    'donepezil',
    {
      name: 'apixaban',
      since: 7,
      take: 'one tablet twice a day for 28 days after the operation',
      for: 'Prevention of blood clots after surgery',
    },
    { name: 'paracetamol', take: 'two tablets four times a day' },
    { name: 'alendronic-acid', since: 2 },
    { name: 'calcium-d3', since: 2 },
    'omeprazole',
    { name: 'senna', since: 7 },
    { name: 'macrogol', since: 7 },
    'citalopram',
    { name: 'morphine-mr', since: 7, take: 'one tablet every 12 hours for seven more days, then stop' },
    { name: 'amlodipine', status: 'on-hold', since: 900, reason: 'Held in hospital: low blood pressure' },
  ],
  frailty: { cfs: 6, on: 200, efiDeficits: 13 },
  vitals: {
    rr: 17,
    spo2: 96,
    sbp: 124,
    dbp: 70,
    pulse: 78,
    temp: 36.6,
    usual: { total: 0, on: 199 },
    unwell: [
      { ago: 1, at: '22:40', pulse: 94, sbp: 108, dbp: 60, temp: null, spo2: 95 },
      { ago: 0, at: '07:50', pulse: 93, sbp: 106 },
    ],
  },
  mobility: [
    { item: 'roll-over', help: 'partial', on: 1 },
    { item: 'sit-up', help: 'substantial', on: 1 },
    { item: 'transfer', help: 'dependent', on: 1 },
    { item: 'four-steps', help: 'not-attempted', on: 1 },
  ],
  weight: { now: 51.6, before: 55.4, height: 158 },
  needs: {
    barthel: [
      { total: 7, on: 1 },
      { total: 13, on: 160 },
    ],
    moving: 'New: stands with two people and a frame; may put weight on the leg',
    continence: 'New catheter from hospital: find out when it should come out',
  },
  limits: {
    wish: { words: 'I want to be able to walk again. Hospital if it helps me walk.', on: 198 },
    cpr: [{ decision: 'do-not-attempt', on: 6, by: 'hospital' }],
    respect: { on: 6, original: 'not found yet: ask the ward' },
  },
  aboutMe: {
    communication: 'I nod when I have not understood. Ask me to tell you back.',
    'what-matters': 'Walking to the post box.',
  },
  people: [
    {
      given: 'Robert',
      family: 'Whitfield',
      relation: 'Husband',
      phone: '071',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 196,
    reviewIn: -10,
    goals: [{ words: 'Walk to the post box and back' }],
    actions: [{ words: 'Physiotherapy in the first week back', owner: 'physio', dueIn: 5 }],
  },
  events: [
    {
      kind: 'fall',
      ago: 9,
      words: 'Fell in the corridor at 01:30. Pain in the right hip, could not stand. 999.',
    },
  ],
  open: [
    {
      kind: 'message',
      ago: 0,
      at: '08:20',
      words:
        'Back at 22:10 with a paper discharge list that differs from ours in four medicines. Please can the pharmacist look today.',
    },
  ],
};
