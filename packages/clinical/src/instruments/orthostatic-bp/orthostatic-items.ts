import type { FormItem } from '../../form/types.ts';
import { questionLimits } from '../measured.ts';
import { DBP, SBP } from './standing-readings.ts';

const SYSTOLIC = questionLimits(SBP);
const DIASTOLIC = questionLimits(DBP);

/** The questions in our own words. */
export const ORTHOSTATIC_ITEMS: readonly FormItem[] = [
  { id: 'lyingSbp', type: 'integer', text: 'Lying 5 minutes: upper, mmHg', ...SYSTOLIC },
  { id: 'lyingDbp', type: 'integer', text: 'Lying 5 minutes: lower, mmHg', ...DIASTOLIC },
  {
    id: 'standing',
    type: 'group',
    text: 'Standing: within 1 minute, at 3 minutes, again if still falling',
    repeats: true,
    items: [
      { id: 'minute', type: 'integer', text: 'Minutes since standing up', limits: { min: 0, max: 30 } },
      { id: 'sbp', type: 'integer', text: 'Upper, mmHg', ...SYSTOLIC },
      { id: 'dbp', type: 'integer', text: 'Lower, mmHg', ...DIASTOLIC },
      {
        id: 'posture',
        type: 'choice',
        text: 'Posture',
        options: [
          { value: 'standing', text: 'Standing' },
          { value: 'sitting', text: 'Sitting: cannot stand' },
        ],
      },
    ],
  },
  { id: 'symptoms', type: 'boolean', text: 'Dizzy, faint or unwell on standing' },
];
