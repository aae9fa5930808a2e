import type { ClinicalSetting, ClinicalSettingIntent, News2PartName } from '../ports/clinical-setting.ts';
import { formatDate } from '../display/date.ts';
import { plainText } from '../display/plain-text.ts';
import { NEWS2_TABLE, type News2Row } from '../instruments/news2/news2.table.ts';
import { readCivilDate } from '../time/civil-date.ts';
import { londonDate } from '../time/london.ts';
import type { Instant } from '../time/types.ts';
import { scaleOfTarget } from './spo2-target.ts';
import { SETTING_STATES, STATE_TITLES } from './state-settings.ts';

/** The points that each part of NEWS2 can have, as the table of the RCP gives them. Both scales of SpO2 can have the same. */
export const NEWS2_PART_POINTS: Readonly<Record<News2PartName, readonly number[]>> = {
  rr: pointsIn(NEWS2_TABLE.rr),
  spo2: pointsIn(NEWS2_TABLE.spo2Scale1),
  oxygen: inOrder(Object.values(NEWS2_TABLE.oxygen)),
  sbp: pointsIn(NEWS2_TABLE.sbp),
  pulse: pointsIn(NEWS2_TABLE.pulse),
  acvpu: inOrder(Object.values(NEWS2_TABLE.acvpu)),
  temp: pointsIn(NEWS2_TABLE.tempTenths),
};

function pointsIn(rows: readonly News2Row[]): readonly number[] {
  return inOrder(rows.map(({ points }) => points));
}

function inOrder(points: readonly number[]): readonly number[] {
  return [...new Set(points)].toSorted((a, b) => a - b);
}

export const NEWS2_PART_NAMES = Object.keys(NEWS2_PART_POINTS) as readonly News2PartName[];

/**
 * The targets that can be set here (clinical rule 2.1). 88–92 % means scale 2. [P] 94–98 %, for whoever is not at risk, takes scale 2
 * back.
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
export function settingStop(
  { set, by }: Pick<ClinicalSettingIntent, 'set' | 'by'>,
  pressedAt: Instant,
): SettingStop | null {
  if (isBlank(by.name)) return 'no-presser';
  if (isBlank(by.role)) return 'no-role';
  if (set.kind === 'usual-news2') return isWholeUsual(set) ? null : 'parts-missing';
  if (set.kind !== 'spo2-target') {
    // Guard: a page without types may name a kind that there is not.
    if (!Object.hasOwn(STATE_TITLES, set.kind) || !SETTING_STATES.includes(set.state)) return 'no-state';
    if (set.until !== undefined && !isUntil(set, pressedAt)) return 'no-until';
    // [P] An end puts the scores and the usual steps back, which needs no reason.
    return set.state === 'set' && isBlank(set.words) ? 'no-words' : null;
  }
  const isKnown = SPO2_TARGETS.some(({ low, high }) => low === set.low && high === set.high);
  if (!isKnown) return 'no-target';
  // Scale 2 is a clinician's recorded decision (clinical rule 2.1). [P] Here it is recorded with its reason.
  return isBlank(set.words) && scaleOfTarget(set.low, set.high) === 2 ? 'no-basis' : null;
}

/** [P] The last day lies ahead. The last days of life have a length of their own, and what has ended has no last day. */
function isUntil({ kind, state, until }: StateSetting, pressedAt: Instant): boolean {
  return kind === 'variation' && state === 'set' && isDayAhead(until, pressedAt);
}

/** Whether a day is one, and comes after the day of the press. */
export function isDayAhead(day: unknown, pressedAt: Instant): boolean {
  return typeof day === 'string' && readCivilDate(day) !== null && day > londonDate(pressedAt);
}

type StateSetting = Extract<ClinicalSetting, { kind: 'last-days' | 'variation' }>;

function isWholeUsual({ parts, scale }: Partial<Extract<ClinicalSetting, { kind: 'usual-news2' }>>): boolean {
  const isPoint = (part: News2PartName) => {
    const points = parts?.[part];
    return points !== undefined && NEWS2_PART_POINTS[part].includes(points);
  };
  return (scale === 1 || scale === 2) && NEWS2_PART_NAMES.every(isPoint);
}

/** Marks that nobody sees are no words, and no name. */
function isBlank(text: string | null): boolean {
  return plainText(text ?? '') === '';
}

export type SettingStop =
  | 'no-presser'
  | 'no-role'
  | 'parts-missing'
  | 'no-target'
  | 'no-basis'
  | 'no-state'
  | 'no-words'
  | 'no-until';

function untilWords({ until }: StateSetting): string {
  return until === undefined ? '' : ` until ${formatDate(until)}`;
}

/** What was set, in words: for a receipt, and for the record of what waits. */
export function settingWords(set: ClinicalSetting): string {
  if (set.kind === 'usual-news2') return `Usual NEWS2 ${usualTotal(set.parts)}, SpO2 scale ${set.scale}`;
  if (set.kind !== 'spo2-target')
    return `${STATE_TITLES[set.kind]}${untilWords(set)}: ${set.state === 'set' ? set.words.trim() : 'ended'}`;
  const scale = scaleOfTarget(set.low, set.high);
  return `Oxygen saturation target ${set.low}–${set.high} %${scale === null ? '' : `, SpO2 scale ${scale}`}`;
}
