import type { Story } from '../story.ts';

/** The typical resident: every section has something to say. */
export const dorisAshworth: Story = {
  key: 'doris-ashworth',
  family: 'Ashworth',
  given: ['Doris', 'May'],
  title: 'Mrs',
  preferred: 'Dot',
  maiden: 'Pickersgill',
  born: '1938-03-09',
  gender: 'female',
  number: { nhs: 0 },
  ethnicity: 'A',
  languages: [{ name: 'English', preferred: true }],
  stay: { room: '12', since: 612 },
  problems: [
    { name: 'alzheimers', since: '2021' },
    { name: 'hypertension', since: '2009', note: 'Aim: below 150/90, standing. Lower than that, she falls.' },
    { name: 'osteoporosis', since: '2016' },
    { name: 'knee-arthritis', since: '2014' },
    { name: 'kidney-disease', since: '2022' },
    { name: 'urinary-incontinence', since: '2023' },
    { name: 'falls', since: '2025' },
    { name: 'hip-fracture', since: '2019-11', status: 'resolved', ended: '2020-03' },
  ],
  allergies: [
    {
      substance: 'penicillin',
      criticality: 'high',
      reaction: 'Widespread rash and swelling of the lips',
      severity: 'severe',
      recorded: '1998',
      note: 'Her daughter saw it: after the second tablet. Never tried again.',
    },
  ],
  medicines: [
    'amlodipine',
    { name: 'paracetamol', take: 'two tablets four times a day', for: 'Knee pain' },
    'donepezil',
    'alendronic-acid',
    'calcium-d3',
    'omeprazole',
    'senna',
    'macrogol',
    'emollient',
    { name: 'solifenacin', status: 'stopped', stopped: 41, reason: 'Made her more muddled' },
  ],
  frailty: { cfs: 7, on: 172, efiDeficits: 15 },
  vitals: {
    rr: 18,
    spo2: 96,
    sbp: 128,
    dbp: 72,
    pulse: 74,
    temp: 36.6,
    usual: { total: 0, on: 170 },
    unwell: [
      { ago: 1, at: '18:20', rr: 21, spo2: 95, sbp: 118, dbp: 66, pulse: 92, temp: 37.9 },
      { ago: 0, at: '08:05', rr: 22, spo2: 94, sbp: 112, dbp: 64, pulse: 96, temp: 38.2 },
    ],
  },
  weight: { now: 54.2, before: 56.1, height: 157 },
  results: [
    { test: 'egfr', value: 41, on: 37 },
    { test: 'haemoglobin', value: 118, on: 37 },
  ],
  needs: {
    barthel: [
      { total: 8, on: 33 },
      { total: 10, on: 215 },
    ],
    moving: 'Stands and walks to the bathroom with one person and her frame',
    continence: 'Wears pads; taken to the toilet every three hours',
  },
  limits: {
    wish: {
      words:
        'Stay here with people I know. Hospital only if something is broken or pain cannot be eased here.',
      on: 172,
    },
    cpr: [{ decision: 'do-not-attempt', on: 172, by: 'gp' }],
    respect: { on: 172, original: 'red folder, ground-floor office' },
    preferredPlace: { of: 'death', words: 'Rowan Court, in my own room', on: 172 },
  },
  flags: [
    {
      kind: 'deprivation-of-liberty',
      words: 'DoLS authorised: may not leave the building alone',
      on: 210,
      until: -155,
    },
    {
      kind: 'reasonable-adjustment',
      words: 'Speak to her left side, one thing at a time, and give her time to answer',
      on: 300,
    },
  ],
  aboutMe: {
    'what-matters': 'My daughter Susan, my garden, and a proper cup of tea before anything else happens.',
    people: 'Susan comes on Tuesdays and Sundays. My husband Jack died in 2017. I talk to him.',
    communication:
      'I hear better on my left. Look at me, say one thing, and wait. When I say "in a minute" I mean yes.',
    wellness: 'On a good day I hum. When I stop humming and rub my knee I am in pain.',
    'please-do': 'Please call me Dot. Please do not turn on the big light.',
    support: 'Let me hold the flannel myself. I can still do my face and hands.',
    'also-know': 'I was a school cook for thirty years and I will check your sandwiches.',
  },
  people: [
    {
      given: 'Susan',
      family: 'Ashworth-Bell',
      relation: 'Daughter',
      phone: '011',
      roles: ['next-of-kin', 'first-contact', 'attorney-health'],
    },
    { given: 'Michael', family: 'Ashworth', relation: 'Son', phone: '012' },
  ],
  plan: {
    on: 168,
    reviewIn: 14,
    goals: [
      { words: 'Walk to the garden door with one person every day' },
      { words: 'Keep my weight above 53 kg' },
    ],
    actions: [
      { words: 'Offer a walk after lunch, and write down if it was refused', owner: 'carer', dueIn: 14 },
      { words: 'Structured medication review', owner: 'pharmacist', dueIn: 9 },
    ],
  },
  events: [
    {
      kind: 'fall',
      ago: 26,
      words: 'Found sitting beside her bed at 06:10. No injury found. Checked again after 4 and 24 hours.',
    },
    { kind: 'visit', ago: 25, words: 'Seen on the home round after a fall' },
    { kind: 'fall', ago: 71, words: 'Slipped from her chair in the lounge. Bruise on the left forearm.' },
    { kind: 'hospital-stay', ago: 390, until: 384, words: 'Chest infection' },
  ],
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
    { name: 'Pneumococcal vaccine', ago: 2900 },
  ],
  open: [
    {
      kind: 'worry',
      ago: 0,
      at: '08:12',
      words: 'Not herself since last night. Hot, not eating, more muddled. I am worried.',
    },
    { kind: 'action', ago: 20, words: 'Ask the physiotherapist about a lower bed', owner: 'nurse', dueIn: 3 },
  ],
};
