import type { Story } from '../story.ts';

/** Objects to sharing of his record. */
export const arthurPemberton: Story = {
  key: 'arthur-pemberton',
  family: 'Pemberton',
  given: ['Arthur', 'James'],
  title: 'Mr',
  born: '1943-12-05',
  gender: 'male',
  number: { nhs: 8 },
  ethnicity: 'A',
  stay: { room: '11', since: 333 },
  objectsToSharing: 320,
  problems: [
    { name: 'heart-failure', since: '2019' },
    { name: 'atrial-fibrillation', since: '2019' },
    { name: 'kidney-disease', since: '2021' },
    { name: 'hip-arthritis', since: '2017' },
  ],
  allergies: [
    {
      substance: 'latex',
      criticality: 'low',
      reaction: 'Itching of the hands',
      severity: 'mild',
      recorded: '2005',
    },
  ],
  medicines: [
    'apixaban',
    'bisoprolol',
    'furosemide',
    'spironolactone',
    'digoxin',
    'paracetamol',
    'omeprazole',
    'tamsulosin',
    'emollient',
  ],
  frailty: { cfs: 5, on: 300, efiDeficits: 11 },
  vitals: { rr: 18, spo2: 95, sbp: 118, dbp: 70, pulse: 78, temp: 36.4, usual: { total: 1, on: 298 } },
  weight: { now: 81.0, before: 80.2, height: 178 },
  needs: { barthel: [{ total: 16, on: 60 }] },
  limits: { cpr: [{ decision: 'attempt', on: 298, by: 'gp' }] },
  people: [
    { given: 'Claire', family: 'Pemberton', relation: 'Daughter', phone: '091', roles: ['next-of-kin'] },
  ],
  plan: {
    on: 297,
    reviewIn: 30,
    goals: [{ words: 'Manage my own tablets' }],
    actions: [{ words: 'Check every month that he still manages his own tablets', owner: 'nurse', dueIn: 8 }],
  },
  vaccines: [{ name: 'Influenza vaccine', ago: 43 }],
};
