import { isObject } from '../../is-object.ts';
import type { ClinicalSettingIntent } from '../../ports/clinical-setting.ts';

/** Guard: a page in JavaScript has no types. `settingStop` can judge only words that are words, and parts that are there. */
export function isReadableSetting({
  set,
  by,
  ends = [],
}: {
  readonly [part in keyof Required<ClinicalSettingIntent>]?: unknown;
}) {
  if (!isObject(set) || !isObject(by)) return false;
  if (!Array.isArray(ends) || !ends.every((one) => typeof one === 'string')) return false;
  const isSaid = [by['name'], by['role']].every((one) => one === null || typeof one === 'string');
  return isSaid && typeof set['words'] === 'string';
}
