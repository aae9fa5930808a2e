import type { ScoreResult } from '../score.ts';
import type { ObservationsNow } from './situation.ts';

const ACVPU = ['A', 'C', 'V', 'P', 'U'] as const;

/** The observations of a signed NEWS2, as the ladder goes by them; `null`: the score is another instrument's. */
export function observationsFrom(
  score: ScoreResult & {
    readonly scale?: 1 | 2 | null;
    readonly onScale?: { readonly 1: number; readonly 2: number } | null;
  },
): ObservationsNow | null {
  if (score.instrument !== 'news2') return null;
  const valueOf = (part: string): unknown => score.items[part]?.value;
  const number = (part: string) => {
    const value = valueOf(part);
    return typeof value === 'number' ? value : null;
  };
  return {
    score,
    rr: number('rr'),
    sbp: number('sbp'),
    pulse: number('pulse'),
    spo2: number('spo2'),
    spo2Scale: score.scale ?? null,
    acvpu: ACVPU.find((one) => one === valueOf('acvpu')) ?? null,
  };
}
