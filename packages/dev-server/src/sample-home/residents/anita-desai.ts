import type { Story } from '../story.ts';

/** Under 65, with multiple sclerosis and no cognitive impairment. */
export const anitaDesai: Story = {
  key: 'anita-desai',
  family: 'Desai',
  given: ['Anita'],
  title: 'Ms',
  born: '1968-01-30',
  gender: 'female',
  number: { nhs: 18 },
  ethnicity: 'H',
  languages: [{ name: 'English', preferred: true }, { name: 'Gujarati' }],
  stay: { room: '5', since: 640 },
  problems: [
    { name: 'ms', since: '1999' },
    { name: 'double-incontinence', since: '2018' },
    { name: 'depression', since: '2020' },
    { name: 'swallowing', since: '2025' },
  ],
  allergies: { noneKnown: 'drug', on: 630 },
  medicines: [
    'baclofen',
    'gabapentin',
    'sertraline',
    'omeprazole',
    'macrogol',
    'senna',
    'thickener',
    'colecalciferol',
    'paracetamol',
  ],
  vitals: { rr: 15, spo2: 97, sbp: 118, dbp: 72, pulse: 76, temp: 36.6, usual: { total: 0, on: 400 } },
  weight: { now: 52.8, before: 53.3, height: 164 },
  needs: {
    barthel: [{ total: 2, on: 60 }],
    moving: 'Hoist and two people; powered chair by day',
    continence: 'Suprapubic catheter; bowel care every second day',
  },
  limits: {
    wish: { words: 'I decide. Ask me, not my brother.', on: 390 },
    cpr: [{ decision: 'attempt', on: 390, by: 'gp' }],
    respect: { on: 390, original: 'her own bag, on the back of the chair' },
  },
  flags: [
    { kind: 'reasonable-adjustment', words: 'Book hoist and changing space for any appointment', on: 600 },
  ],
  aboutMe: {
    communication:
      'Talk to me as you would to anybody. I get tired after three; ask important things in the morning.',
    'what-matters': 'My degree course and my powered chair.',
  },
  people: [{ given: 'Ravi', family: 'Desai', relation: 'Brother', phone: '211', roles: ['next-of-kin'] }],
  plan: {
    on: 380,
    reviewIn: 45,
    goals: [{ words: 'Finish my second year' }],
    actions: [{ words: 'Chase the wheelchair service', owner: 'physio', dueIn: 6 }],
  },
  vaccines: [{ name: 'Influenza vaccine', ago: 45 }],
};
