import type { FormUnit } from '@ehch/clinical/form';

/** A unit as a multiple of a whole number that all units of its kind share, so that ratios are exact. */
interface Size {
  readonly kind: string;
  readonly size: number;
  /** For a scale that does not start at the zero of its kind: the number to add, in sizes. */
  readonly zero?: number;
}

/**
 * UCUM units with a ratio that is fixed by definition: SI prefixes, the international pound and yard of 1959
 * (lb = 0.45359237 kg, in = 2.54 cm), and the degree Fahrenheit. Ratios that depend on the substance (mmol
 * and mg) are not here.
 */
const SIZES: { readonly [ucum: string]: Size } = {
  kg: { kind: 'mass', size: 1e11 },
  g: { kind: 'mass', size: 1e8 },
  mg: { kind: 'mass', size: 1e5 },
  '[lb_av]': { kind: 'mass', size: 45_359_237_000 },
  m: { kind: 'length', size: 1e6 },
  cm: { kind: 'length', size: 1e4 },
  mm: { kind: 'length', size: 1e3 },
  '[in_i]': { kind: 'length', size: 25_400 },
  '[ft_i]': { kind: 'length', size: 304_800 },
  L: { kind: 'volume', size: 1e3 },
  mL: { kind: 'volume', size: 1 },
  Cel: { kind: 'temperature', size: 9 },
  '[degF]': { kind: 'temperature', size: 5, zero: -160 },
  s: { kind: 'time', size: 1 },
  min: { kind: 'time', size: 60 },
  h: { kind: 'time', size: 3600 },
  d: { kind: 'time', size: 86_400 },
  wk: { kind: 'time', size: 604_800 },
};

/** The ratio of a unit to the first unit. `null`: no definition fixes it. */
export function unitSize(code: string, first: string): Pick<FormUnit, 'factor' | 'offset'> | null {
  if (code === first) return { factor: 1 };
  const [unit, whole] = [sizeOf(code), sizeOf(first)];
  if (unit === null || whole === null || unit.kind !== whole.kind) return null;
  const offset = ((unit.zero ?? 0) - (whole.zero ?? 0)) / whole.size;
  return { factor: unit.size / whole.size, ...(offset === 0 ? {} : { offset }) };
}

function sizeOf(code: string): Size | null {
  return Object.hasOwn(SIZES, code) ? (SIZES[code] ?? null) : null;
}
