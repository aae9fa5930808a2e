import type { ClinicalSetting, ClinicalSettingIntent, News2PartName } from '../ports/clinical-setting.ts';
import { scaleOfTarget } from './spo2-target.ts';

/** The points that each part of NEWS2 can have (RCP 2017, National Early Warning Score 2, chart 1). */
export const NEWS2_PART_POINTS: Readonly<Record<News2PartName, readonly number[]>> = {
  rr: [0, 1, 2, 3],
  spo2: [0, 1, 2, 3],
  oxygen: [0, 2],
  sbp: [0, 1, 2, 3],
  pulse: [0, 1, 2, 3],
  acvpu: [0, 3],
  temp: [0, 1, 2, 3],
};

export const NEWS2_PART_NAMES = Object.keys(NEWS2_PART_POINTS) as readonly News2PartName[];

/**
 * The targets that can be set here. RCP 2017: scale 2 is only for a prescribed 88–92 %, because of hypercapnic respiratory failure.
 * 94–98 % is the usual one (BTS 2017), and takes scale 2 back.
 */
export const SPO2_TARGETS = [
  { low: 88, high: 92 },
  { low: 94, high: 98 },
] as const;

/** The usual total: the sum of its parts, so that the two never contradict each other. */
export function usualTotal(parts: Readonly<Record<News2PartName, number>>): number {
  return NEWS2_PART_NAMES.reduce((sum, part) => sum + parts[part], 0);
}

/** Why a setting is not taken; `null`: it is. Every port asks, as the screen does. */
export function settingStop({ set, by }: Pick<ClinicalSettingIntent, 'set' | 'by'>): SettingStop | null {
  if ((by.name ?? '').trim() === '') return 'no-presser';
  if ((by.role ?? '').trim() === '') return 'no-role';
  if (set.kind === 'usual-news2') {
    const isWhole = NEWS2_PART_NAMES.every((part) => NEWS2_PART_POINTS[part].includes(set.parts[part]));
    return isWhole ? null : 'parts-missing';
  }
  const isKnown = SPO2_TARGETS.some(({ low, high }) => low === set.low && high === set.high);
  if (!isKnown) return 'no-target';
  // RCP 2017: the decision for scale 2 is a clinician's, and is recorded in the notes.
  return set.words.trim() === '' && scaleOfTarget(set.low, set.high) === 2 ? 'no-basis' : null;
}

export type SettingStop = 'no-presser' | 'no-role' | 'parts-missing' | 'no-target' | 'no-basis';

/** What was set, in words: for a receipt, and for the record of what waits. */
export function settingWords(set: ClinicalSetting): string {
  if (set.kind === 'usual-news2') return `Usual NEWS2 ${usualTotal(set.parts)}, SpO2 scale ${set.scale}`;
  const scale = scaleOfTarget(set.low, set.high);
  return `Oxygen saturation target ${set.low}–${set.high} %${scale === null ? '' : `, SpO2 scale ${scale}`}`;
}
