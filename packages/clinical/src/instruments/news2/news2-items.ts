import type { FormItem, FormQuestion } from '../../form/types.ts';
import { questionLimits } from '../measured.ts';
import { NEWS2_LIMITS } from './news2-part.ts';

/** The questions in our own words. Nothing is preselected, and nothing fills in "normal". */
export const NEWS2_ITEMS: readonly FormItem[] = [
  measured('rr', 'integer', 'Breaths in a minute'),
  measured('spo2', 'integer', 'Oxygen saturation (SpO2, %)'),
  {
    // Scale 2 is only for hypercapnic respiratory failure with a target that a clinician set. Care staff do not
    // choose it.
    id: 'scale',
    type: 'choice',
    text: 'Oxygen saturation scale',
    options: [
      { value: '1', text: 'Scale 1' },
      { value: '2', text: 'Scale 2: a clinician has set a target of 88–92 %' },
    ],
  },
  { id: 'oxygen', type: 'boolean', text: 'On oxygen now, home oxygen included', fact: 'news2-oxygen' },
  measured('sbp', 'integer', 'Upper (systolic) blood pressure, mmHg'),
  measured('pulse', 'integer', 'Pulse, beats a minute'),
  {
    id: 'acvpu',
    type: 'choice',
    text: 'How awake are they?',
    fact: 'news2-acvpu',
    // The form does not offer "confused" alone: long-standing confusion counts as Alert, and can hide new confusion.
    options: [
      { value: 'A', text: 'Awake, as they usually are', points: 0 },
      { value: 'C', text: 'Confusion that is new or worse, or nobody can say', points: 3 },
      { value: 'V', text: 'Reacts only to a voice', points: 3 },
      { value: 'P', text: 'Reacts only to pain', points: 3 },
      { value: 'U', text: 'Does not react at all', points: 3 },
    ],
  },
  {
    ...measured('temp', 'quantity', 'Temperature'),
    units: [
      { code: 'Cel', text: '°C', factor: 1 },
      // 5/9 and -160/9, to more digits than an answer keeps.
      { code: '[degF]', text: '°F', factor: 0.555_555_555_555_555_6, offset: -17.777_777_777_777_78 },
    ],
  },
];

/** A question for a measurement, with the limits of its part. Code that only scores does not load these questions. */
function measured(id: keyof typeof NEWS2_LIMITS, type: 'integer' | 'quantity', text: string): FormQuestion {
  return { id, type, text, fact: `news2-${id}`, ...questionLimits(NEWS2_LIMITS[id]) };
}
