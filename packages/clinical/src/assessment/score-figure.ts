import { formatNumber, formatQuantity } from '../display/quantity.ts';
import type { ScoreResult } from '../score.ts';

/**
 * Results whose range is no scale: it only says what can be entered. "22 of 1400" would be read as almost nothing.
 * Each has the unit that follows such a number; `null`: the number stands alone. A test compares the units with those
 * of the instruments.
 */
export const NO_SCALE: Readonly<Record<string, string | null>> = {
  acb: null,
  bmi: 'kg/m²',
  'cockcroft-gault': 'mL/min',
  efi: null,
  efi2: null,
  'fi-cga': null,
  'frailty-index': null,
  'gait-speed': 'm/s',
  'orthostatic-bp': 'mmHg',
  polypharmacy: 'medicines',
  tug: 's',
  waterlow: null,
  'weight-change': '%',
};

/** A number of a score as it is read: `8 of 20`, `22 kg/m²`, and where no highest one is known, `18`. */
export function figureText(
  { instrument, range }: Pick<ScoreResult, 'instrument' | 'range'>,
  figure: number,
): string {
  // Only what is printed is rounded: the band comes from the exact number.
  const number = Number(figure.toFixed(2));
  if (Object.hasOwn(NO_SCALE, instrument)) return formatQuantity(number, NO_SCALE[instrument] ?? null);
  return range === null ? formatNumber(number) : `${formatNumber(number)} of ${formatNumber(range[1])}`;
}
