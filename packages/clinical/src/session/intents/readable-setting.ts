import { isObject } from '../../is-object.ts';
import type { ClinicalSettingIntent } from '../../ports/clinical-setting.ts';

/** Guard: a page in JavaScript has no types. `settingStop` can judge only words that are words, and parts that are there. */
export function isReadableSetting({ set, by }: { readonly [part in keyof ClinicalSettingIntent]: unknown }) {
  if (!isObject(set) || !isObject(by)) return false;
  const isSaid = [by['name'], by['role']].every((one) => one === null || typeof one === 'string');
  return isSaid && typeof set['words'] === 'string';
}
