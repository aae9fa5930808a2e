import type { Story } from '../story.ts';

/** Long-term oxygen and SpO2 scale 2, set by a consultant. */
export const ivyRawsthorne: Story = {
  key: 'ivy-rawsthorne',
  family: 'Rawsthorne',
  given: ['Ivy'],
  title: 'Mrs',
  born: '1942-09-15',
  gender: 'female',
  number: { nhs: 25 },
  ethnicity: 'A',
  stay: { room: '27', since: 160 },
  problems: [
    { name: 'copd', since: '2009' },
    { name: 'anxiety', since: '2012' },
    { name: 'osteoporosis', since: '2018' },
    { name: 'heart-failure', since: '2024' },
  ],
  allergies: { noneKnown: 'drug', on: 158 },
  medicines: [
    'tiotropium',
    'salbutamol',
    'carbocisteine',
    'prednisolone',
    'furosemide',
    'bisoprolol',
    'omeprazole',
    'calcium-d3',
    'alendronic-acid',
    'sertraline',
    'macrogol',
    'paracetamol',
    { name: 'lorazepam', for: 'Panic with breathlessness' },
  ],
  frailty: { cfs: 6, on: 155, efiDeficits: 14 },
  vitals: {
    rr: 22,
    spo2: 90,
    sbp: 128,
    dbp: 70,
    pulse: 92,
    temp: 36.5,
    oxygen: true,
    scale: 2,
    target: { low: 88, high: 92, on: 150 },
    usual: { total: 5, on: 150 },
    unwell: [{ ago: 0, at: '07:15', rr: 24, spo2: 88, pulse: 98 }],
  },
  weight: { now: 46.2, before: 46.9, height: 159 },
  needs: {
    barthel: [{ total: 13, on: 29 }],
    moving: 'One person because of breathlessness; rests every few steps',
  },
  limits: {
    wish: {
      words:
        'Antibiotics and steroids here. Hospital for a mask that helps me breathe, not for a ventilator.',
      on: 150,
    },
    cpr: [{ decision: 'do-not-attempt', on: 150, by: 'hospital' }],
    respect: { on: 150, original: 'red folder, ground-floor office' },
  },
  flags: [
    {
      kind: 'reasonable-adjustment',
      words: 'Oxygen 1 litre by nasal tube; target saturation 88 to 92 %',
      on: 150,
    },
  ],
  aboutMe: {
    communication: 'I cannot talk and walk. Ask when I sit.',
    wellness: 'When I am frightened, open the window and count with me.',
  },
  people: [
    {
      given: 'Colin',
      family: 'Rawsthorne',
      relation: 'Son',
      phone: '281',
      roles: ['next-of-kin', 'first-contact'],
    },
  ],
  plan: {
    on: 148,
    reviewIn: 9,
    goals: [{ words: 'Get to the lounge for the quiz' }],
    actions: [{ words: 'Rescue pack in date', owner: 'pharmacist', dueIn: 13 }],
  },
  events: [{ kind: 'hospital-stay', ago: 64, until: 58, words: 'Flare-up of lung disease' }],
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
    { name: 'Pneumococcal vaccine', ago: 2500 },
  ],
};
