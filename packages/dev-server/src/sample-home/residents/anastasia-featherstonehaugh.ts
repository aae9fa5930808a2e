import type { Story } from '../story.ts';

/** The longest name of the home. */
export const anastasiaFeatherstonehaugh: Story = {
  key: 'anastasia-featherstonehaugh',
  family: 'Featherstonehaugh-Cholmondeley',
  given: ['Anastasia', 'Wilhelmina', 'Persephone'],
  title: 'Lady',
  preferred: 'Stasia',
  born: '1932-12-24',
  gender: 'female',
  number: { nhs: 16 },
  ethnicity: 'A',
  stay: { room: '1', since: 905 },
  problems: [
    { name: 'alzheimers', since: '2021' },
    { name: 'osteoporosis', since: '2008' },
    { name: 'hearing', since: '2010' },
    { name: 'hypertension', since: '1995' },
    { name: 'urinary-incontinence', since: '2024' },
  ],
  allergies: { noneKnown: 'any', on: 900 },
  medicines: [
    'amlodipine',
    'alendronic-acid',
    'calcium-d3',
    'donepezil',
    'mirtazapine',
    'paracetamol',
    'senna',
    'latanoprost',
    'emollient',
  ],
  frailty: { cfs: 7, on: 240, efiDeficits: 13 },
  vitals: { rr: 17, spo2: 96, sbp: 146, dbp: 80, pulse: 76, temp: 36.5, usual: { total: 0, on: 238 } },
  weight: { now: 49.5, before: 50.0, height: 165 },
  needs: { barthel: [{ total: 9, on: 55 }], moving: 'One person and a frame, slowly', continence: 'Pads' },
  limits: {
    wish: { words: 'No tubes, no sirens.', on: 238 },
    cpr: [{ decision: 'do-not-attempt', on: 238, by: 'gp' }],
    refusal: {
      words: 'Artificial ventilation and tube feeding in every circumstance, also if my life is at risk',
      except: ['Oxygen by mask', 'A drip for two days, if it eases me'],
      on: 700,
      original: 'solicitor; signed and witnessed copy in the office safe',
    },
  },
  aboutMe: {
    communication: 'Do use my first name. Speak up.',
    'also-know': 'I drove lorries before I drove anybody mad.',
  },
  people: [
    {
      given: 'Rupert',
      family: 'Cholmondeley',
      relation: 'Godson',
      phone: '191',
      roles: ['attorney-health', 'attorney-property', 'first-contact'],
    },
  ],
  plan: {
    on: 236,
    reviewIn: -4,
    goals: [{ words: 'A window that opens' }],
    actions: [{ words: 'Review of the plan with Rupert', owner: 'manager', dueIn: -4 }],
  },
  vaccines: [
    { name: 'Influenza vaccine', ago: 45 },
    { name: 'COVID-19 vaccine', ago: 45 },
  ],
};
