import { isNotAnswered } from '../not-answered.ts';
import { NEWS2_TABLE, SCALE_2_NEEDS_OXYGEN_ABOVE, type News2Row } from './news2.table.ts';

export const NEWS2_PARTS = ['rr', 'spo2', 'oxygen', 'sbp', 'pulse', 'acvpu', 'temp'] as const;

/**
 * One of the seven parts of NEWS2 (Royal College of Physicians 2017): `rr` breaths and `pulse` beats a minute, `spo2` in
 * %, `oxygen` given or not, `sbp` in mmHg, `acvpu` consciousness, `temp` in °C.
 */
export type News2Part = (typeof NEWS2_PARTS)[number];

/** [P] Milliseconds. Parts form one set if the oldest is at most this much before the newest (clinical rule 1.8). */
export const NEWS2_SET_WINDOW_MS = 30 * 60_000;

/**
 * The result of one part.
 * `missing`: nobody recorded it, or `value` is the reason. `impossible`: the value cannot be of this part.
 * `waiting`: the value is recorded, but needs another part before it can be scored.
 */
export type News2PartResult =
  | {
      readonly state: 'scored';
      readonly value: unknown;
      readonly score: number;
      readonly flags: readonly string[];
    }
  | { readonly state: 'missing' | 'impossible' | 'waiting'; readonly value: unknown };

/** Limits outside which a value is doubted, and outside which it is impossible. [P] */
export const NEWS2_LIMITS = {
  rr: { plausible: [4, 60], possible: [0, 99] },
  // Below 10 the sender meant a fraction: nobody has a saturation of 0.97 %. [P]
  spo2: { plausible: [60, 100], possible: [10, 100] },
  sbp: { plausible: [50, 260], possible: [20, 350] },
  pulse: { plausible: [25, 200], possible: [0, 300] },
  temp: { plausible: [32, 42], possible: [20, 45] },
} as const;

/** What the score of SpO2 depends on. Without a scale it is scale 1, the RCP's normal scale. */
export interface News2Context {
  readonly scale?: unknown;
  readonly oxygen?: unknown;
}

/** Scores one part. Any input has a result. */
export function scoreNews2Part(part: News2Part, value: unknown, context: News2Context): News2PartResult {
  if (value === undefined || value === null) return { state: 'missing', value: null };
  if (isNotAnswered(value)) return { state: 'missing', value };
  if (part === 'oxygen') {
    if (typeof value !== 'boolean') return { state: 'impossible', value };
    return { state: 'scored', value, score: NEWS2_TABLE.oxygen[value ? 'oxygen' : 'air'], flags: [] };
  }
  if (part === 'acvpu') {
    if (!isAcvpu(value)) return { state: 'impossible', value };
    return { state: 'scored', value, score: NEWS2_TABLE.acvpu[value], flags: [] };
  }
  const [lowest, highest] = NEWS2_LIMITS[part].possible;
  if (typeof value !== 'number' || !(value >= lowest && value <= highest))
    return { state: 'impossible', value };
  const [low, high] = NEWS2_LIMITS[part].plausible;
  const flags = value < low || value > high ? [`implausible-${part}`] : [];
  if (part === 'temp') return scoreTemperature(value, flags);
  const table = part === 'spo2' ? spo2Rows(Math.ceil(value), context) : NEWS2_TABLE[part];
  if (typeof table === 'string') return { state: table, value };
  // [P] An imported decimal may lie between two rows. The higher score of its whole neighbours counts.
  const score = Math.max(points(table, Math.floor(value)), points(table, Math.ceil(value)));
  return {
    state: 'scored',
    value,
    score,
    flags: Number.isInteger(value) ? flags : [...flags, 'rounded-input'],
  };
}

type Acvpu = keyof typeof NEWS2_TABLE.acvpu;

function isAcvpu(value: unknown): value is Acvpu {
  return typeof value === 'string' && Object.hasOwn(NEWS2_TABLE.acvpu, value);
}

function spo2Rows(
  highest: number,
  { scale, oxygen }: News2Context,
): readonly News2Row[] | 'impossible' | 'waiting' {
  const chosen = scale ?? 1;
  if (chosen === 1) return NEWS2_TABLE.spo2Scale1;
  if (chosen !== 2) return 'impossible';
  if (highest <= SCALE_2_NEEDS_OXYGEN_ABOVE) return NEWS2_TABLE.spo2Scale2OnAir;
  if (typeof oxygen !== 'boolean') return 'waiting';
  return oxygen ? NEWS2_TABLE.spo2Scale2OnOxygen : NEWS2_TABLE.spo2Scale2OnAir;
}

/** [P] The table has one decimal, so the value is rounded half up in decimal digits. The shown number is scored. */
function scoreTemperature(value: number, flags: readonly string[]): News2PartResult {
  const [whole = '', fraction = ''] = String(value).split('.');
  // In binary, 38.05 is slightly less than 38.05 and would round down. The decimal digits are exact.
  const tenths = Number(whole) * 10 + Number(fraction[0] ?? 0) + (Number(fraction[1] ?? 0) >= 5 ? 1 : 0);
  return {
    state: 'scored',
    value: tenths / 10,
    score: points(NEWS2_TABLE.tempTenths, tenths),
    flags: fraction.length > 1 ? [...flags, 'rounded-input'] : flags,
  };
}

function points(table: readonly News2Row[], value: number): number {
  return table.find(({ upTo }) => value <= upTo)?.points ?? 0;
}
