import type { Spo2Scale } from '../instruments/news2/news2-scale.ts';
import type { Spo2Target } from '../resident/measurements.ts';

/** Scale 2 is for a target of 88–92 %; 94–98 % is the target of whoever is not at risk (clinical rule 2.1). */
const SCALE_2_HIGHEST = 92;
const SCALE_1_LOWEST = 94;

/**
 * Returns the NEWS2 scale that a target of oxygen saturation suggests, in %, both ends included; `null` if it suggests
 * neither. [P] A target that ends at 92 or lower suggests scale 2, even as a single number. The suggestion chooses
 * no scale: the form asks a person, and gives no band before the answer.
 */
export function scaleOfTarget(low: number | null, high: number | null): Spo2Scale | null {
  if (high !== null && high <= SCALE_2_HIGHEST) return 2;
  return low !== null && low >= SCALE_1_LOWEST ? 1 : null;
}

/** The scale that a recorded target asks for, in words; `null` if it asks for none. */
export function askedScaleWords({ scale, isScaleOpen }: Spo2Target): string | null {
  if (isScaleOpen === true) return 'scale not settled';
  return scale === null ? null : `scale ${scale}`;
}
