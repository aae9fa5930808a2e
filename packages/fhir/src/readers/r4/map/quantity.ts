import type { Caution } from '@ehch/clinical';
import type { Quantity } from '../datatypes.ts';

/** How a unit becomes the one that is shown: multiply, then add. */
interface Conversion {
  readonly factor: number;
  readonly offset?: number;
}

/** UCUM codes and the words that senders write in their place, without case, spaces, dots and plural. */
type Units = Readonly<Record<string, Conversion>>;

/** International avoirdupois pound: 0.45359237 kg exactly; 14 pounds a stone, 16 ounces a pound. */
const POUND = 0.453_592_37;

export const KILOGRAMS: Units = {
  kg: { factor: 1 },
  kilogram: { factor: 1 },
  g: { factor: 0.001 },
  gram: { factor: 0.001 },
  '[lb_av]': { factor: POUND },
  lb: { factor: POUND },
  pound: { factor: POUND },
  '[stone_av]': { factor: 14 * POUND },
  st: { factor: 14 * POUND },
  stone: { factor: 14 * POUND },
  '[oz_av]': { factor: POUND / 16 },
  oz: { factor: POUND / 16 },
};

/** International inch: 2.54 cm exactly. */
export const CENTIMETRES: Units = {
  cm: { factor: 1 },
  centimetre: { factor: 1 },
  centimeter: { factor: 1 },
  m: { factor: 100 },
  metre: { factor: 100 },
  meter: { factor: 100 },
  mm: { factor: 0.1 },
  '[in_i]': { factor: 2.54 },
  in: { factor: 2.54 },
  inch: { factor: 2.54 },
  inche: { factor: 2.54 },
  '[ft_i]': { factor: 30.48 },
  ft: { factor: 30.48 },
};

export const CELSIUS: Units = {
  cel: { factor: 1 },
  '°c': { factor: 1 },
  c: { factor: 1 },
  degreescelsiu: { factor: 1 },
  degreecelsiu: { factor: 1 },
  '[degf]': { factor: 5 / 9, offset: (-32 * 5) / 9 },
  '°f': { factor: 5 / 9, offset: (-32 * 5) / 9 },
  f: { factor: 5 / 9, offset: (-32 * 5) / 9 },
};

export const BMI_UNITS: Units = { 'kg/m2': { factor: 1 }, 'kg/m^2': { factor: 1 }, 'kg/m²': { factor: 1 } };

/**
 * A quantity in the unit that is shown. Without a unit that is known there is no number: 12 may be stone or kilograms.
 * `null` also for a value that is only a limit ("<5").
 */
export function convert(
  quantity: Quantity | undefined,
  units: Units,
  decimals: number,
  care: Set<Caution>,
): number | null {
  if (quantity?.value === undefined || quantity.comparator !== undefined) return null;
  const conversion = unitKeys(quantity)
    .map((key) => units[key])
    .find((known) => known !== undefined);
  if (conversion === undefined) return null;
  const { factor, offset = 0 } = conversion;
  if (factor !== 1 || offset !== 0) care.add('converted');
  return factor === 1 && offset === 0
    ? shortened(quantity.value, decimals)
    : rounded(quantity.value * factor + offset, decimals);
}

/** Some senders compute: 178.83981355877862 cm. What no scale or tape can tell is cut; what a person wrote stays. [P] */
const WRITTEN_BY_A_PERSON = 4;

function shortened(value: number, decimals: number): number {
  const written = (String(value).split('.')[1] ?? '').length;
  return written > WRITTEN_BY_A_PERSON ? rounded(value, decimals) : value;
}

function rounded(value: number, decimals: number): number {
  // The sliver undoes what binary arithmetic takes away from a product that ends in 5.
  const sliver = 1e-9;
  // Plus zero: no sign is left on a nothing.
  return Number((value + sliver).toFixed(decimals)) + 0;
}

/** A number for the screen, with the same rule. */
export function legible(value: number): number {
  return shortened(value, 1);
}

/** Whether a quantity is a plain count or percentage: one of these units, or none. */
export function plainNumber(quantity: Quantity | undefined, unit: RegExp): number | null {
  if (quantity?.value === undefined || quantity.comparator !== undefined) return null;
  const said = [quantity.code, quantity.unit].filter((text) => text !== undefined && text !== '');
  return said.length === 0 || said.some((text) => unit.test(text ?? '')) ? quantity.value : null;
}

function unitKeys({ code, unit }: Quantity): readonly string[] {
  return [code, unit].flatMap((text) => {
    const key = text?.toLowerCase().replaceAll(/[\s.]/g, '');
    return key === undefined || key === '' ? [] : [key, key.replace(/s$/, '')];
  });
}
