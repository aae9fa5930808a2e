import type { ScoreResult } from '@ehch/clinical';
import { LOCAL } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import { measured, points } from './observation.ts';

/** Results that are no points, with the unit in words and in UCUM. */
const UNITS: Readonly<Record<string, readonly [words: string, code: string]>> = {
  bmi: ['kg/m²', 'kg/m2'],
  'cockcroft-gault': ['mL/min', 'mL/min'],
  efi: ['1', '1'],
  efi2: ['1', '1'],
  'frailty-index': ['1', '1'],
  'cga-frailty-index': ['1', '1'],
  'gait-speed': ['m/s', 'm/s'],
  tug: ['s', 's'],
  'weight-change': ['%', '%'],
};

/** What a complete score says; `null` for one that is not complete, or says no more than its answers. */
export function scoreValue({ instrument, status, total, band }: ScoreResult): JsonObject | null {
  if (status !== 'complete') return null;
  if (total !== null) {
    if (instrument === 'cfs') return { valueInteger: total };
    const unit = UNITS[instrument];
    return unit === undefined ? points(total) : measured(total, ...unit);
  }
  if (band === null) return null;
  const coding = [{ system: LOCAL, code: `${instrument}/${band}` }];
  return { valueCodeableConcept: { coding, text: band } };
}
