import type { FormItem } from '../../form/types.ts';
import { NEWS2_LIMITS } from './news2-part.ts';

/** The questions in our own words. Nothing is preselected, and nothing fills in "normal". */
export const NEWS2_ITEMS: readonly FormItem[] = [
  { id: 'rr', type: 'integer', text: 'Breaths in a minute', ...limits('rr') },
  { id: 'spo2', type: 'integer', text: 'Oxygen saturation (SpO2, %)', ...limits('spo2') },
  {
    // Scale 2 is only for hypercapnic respiratory failure with a target that a clinician set; care staff do not choose it.
    id: 'scale',
    type: 'choice',
    text: 'Oxygen saturation scale',
    options: [
      { value: '1', text: 'Scale 1' },
      { value: '2', text: 'Scale 2: a clinician has set a target of 88–92 %' },
    ],
  },
  { id: 'oxygen', type: 'boolean', text: 'On oxygen now, home oxygen included' },
  { id: 'sbp', type: 'integer', text: 'Upper (systolic) blood pressure, mmHg', ...limits('sbp') },
  { id: 'pulse', type: 'integer', text: 'Pulse, beats a minute', ...limits('pulse') },
  {
    id: 'acvpu',
    type: 'choice',
    text: 'How awake are they?',
    // "Confused" alone is not offered: long-standing confusion is Alert, and new confusion is hidden by it.
    options: [
      { value: 'A', text: 'Awake, as they usually are', points: 0 },
      { value: 'C', text: 'Confusion that is new or worse, or nobody can say', points: 3 },
      { value: 'V', text: 'Rouse to voice only', points: 3 },
      { value: 'P', text: 'Rouse to pain only', points: 3 },
      { value: 'U', text: 'Do not rouse', points: 3 },
    ],
  },
  { id: 'temp', type: 'decimal', text: 'Temperature, °C', ...limits('temp') },
];

function limits(part: keyof typeof NEWS2_LIMITS) {
  const { plausible, possible } = NEWS2_LIMITS[part];
  return {
    limits: { min: possible[0], max: possible[1] },
    plausible: { min: plausible[0], max: plausible[1] },
  };
}
