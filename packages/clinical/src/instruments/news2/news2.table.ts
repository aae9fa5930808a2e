/**
 * The NEWS2 scoring system as data.
 *
 * Reproduced from: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of
 * acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.
 *
 * This file is the RCP's content. It may be reproduced with that acknowledgement and must not be altered; the open
 * licence of the project does not reach it.
 */
export const NEWS2_NOTICE =
  'Reproduced from: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of ' +
  'acute-illness severity in the NHS. Updated report of a working party. London: RCP, 2017.';

/**
 * Rows of a part in rising order. A row scores `points` for values above the row before it, up to and including `upTo`.
 */
export type News2Row = { readonly upTo: number; readonly points: 0 | 1 | 2 | 3 };

/** Chart 1. Temperature is in tenths of a degree Celsius, so that its cut-offs are whole numbers. */
export const NEWS2_TABLE = {
  rr: rows([8, 3], [11, 1], [20, 0], [24, 2], [Infinity, 3]),
  spo2Scale1: rows([91, 3], [93, 2], [95, 1], [Infinity, 0]),
  spo2Scale2OnAir: rows([83, 3], [85, 2], [87, 1], [Infinity, 0]),
  spo2Scale2OnOxygen: rows([83, 3], [85, 2], [87, 1], [92, 0], [94, 1], [96, 2], [Infinity, 3]),
  sbp: rows([90, 3], [100, 2], [110, 1], [219, 0], [Infinity, 3]),
  pulse: rows([40, 3], [50, 1], [90, 0], [110, 1], [130, 2], [Infinity, 3]),
  tempTenths: rows([350, 3], [360, 1], [380, 0], [390, 1], [Infinity, 2]),
  oxygen: { air: 0, oxygen: 2 },
  acvpu: { A: 0, C: 3, V: 3, P: 3, U: 3 },
} as const;

/** Above this saturation, scale 2 depends on whether the person breathes air or oxygen. */
export const SCALE_2_NEEDS_OXYGEN_ABOVE = 92;

export type News2Band = 'low' | 'low-medium' | 'medium' | 'high';

/** The shortest interval in charts 2 and 4. These are hospital intervals: a home shows the band and its own ladder. */
export type News2Monitoring = '12h' | '4-6h' | '1h' | 'continuous';

/** Charts 2 and 4: the total decides first, and then a score of 3 in one part. */
export function news2Band(total: number, single3: boolean): { band: News2Band; monitoring: News2Monitoring } {
  if (total >= 7) return { band: 'high', monitoring: 'continuous' };
  if (total >= 5) return { band: 'medium', monitoring: '1h' };
  if (single3) return { band: 'low-medium', monitoring: '1h' };
  return { band: 'low', monitoring: total === 0 ? '12h' : '4-6h' };
}

function rows(...pairs: readonly (readonly [upTo: number, points: 0 | 1 | 2 | 3])[]): readonly News2Row[] {
  return pairs.map(([upTo, points]) => ({ upTo, points }));
}
