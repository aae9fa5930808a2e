import type { ClinicalSettingIntent } from '../../ports/clinical-setting.ts';

/** Guard: a page in JavaScript has no types. What has another shape is no setting, and would be written as half of one. */
export function isReadableSetting({ set, by }: { readonly [part in keyof ClinicalSettingIntent]: unknown }) {
  if (!isRecord(set) || !isRecord(by)) return false;
  const { kind, words, parts, scale } = set;
  const isSaid = [by['name'], by['role']].every((one) => one === null || typeof one === 'string');
  if (!isSaid || typeof words !== 'string') return false;
  if (kind === 'usual-news2') return isRecord(parts) && (scale === 1 || scale === 2);
  return kind === 'spo2-target' || kind === 'last-days' || kind === 'variation';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
