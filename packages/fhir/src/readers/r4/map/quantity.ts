import type { Caution } from '@ehch/clinical';
import { rounded, shortened } from '../../../legible.ts';
import type { QuantityPart, TextPart } from '../../../recorded-view.ts';
import { words } from '../../../text.ts';
import type { Quantity } from '../datatypes.ts';

/** How a unit becomes the one that is shown: multiply, then add. */
type Conversion = number | readonly [factor: number, offset: number];

/** UCUM codes and the words that senders write in their place, without case, spaces, dots and plural. */
type Units = Readonly<Record<string, Conversion>>;

/** International avoirdupois pound: 0.45359237 kg exactly; 14 pounds a stone, 16 ounces a pound. */
const POUND = 0.453_592_37;

export const KILOGRAMS: Units = {
  kg: 1,
  kilogram: 1,
  g: 0.001,
  gram: 0.001,
  '[lb_av]': POUND,
  lb: POUND,
  pound: POUND,
  '[stone_av]': 14 * POUND,
  st: 14 * POUND,
  stone: 14 * POUND,
  '[oz_av]': POUND / 16,
  oz: POUND / 16,
};

/** International inch: 2.54 cm exactly. */
export const CENTIMETRES: Units = {
  cm: 1,
  centimetre: 1,
  centimeter: 1,
  m: 100,
  metre: 100,
  meter: 100,
  mm: 0.1,
  '[in_i]': 2.54,
  in: 2.54,
  inch: 2.54,
  inche: 2.54,
  '[ft_i]': 30.48,
  ft: 30.48,
};

const FAHRENHEIT: Conversion = [5 / 9, (-32 * 5) / 9];

export const CELSIUS: Units = {
  cel: 1,
  '°c': 1,
  c: 1,
  degreescelsiu: 1,
  degreecelsiu: 1,
  '[degf]': FAHRENHEIT,
  '°f': FAHRENHEIT,
  f: FAHRENHEIT,
};

export const BMI_UNITS: Units = { 'kg/m2': 1, 'kg/m^2': 1, 'kg/m²': 1 };

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
    .map((key) => (Object.hasOwn(units, key) ? units[key] : undefined))
    .find((known) => known !== undefined);
  if (conversion === undefined) return null;
  const [factor, offset] = typeof conversion === 'number' ? [conversion, 0] : conversion;
  if (factor !== 1 || offset !== 0) care.add('converted');
  return factor === 1 && offset === 0
    ? shortened(quantity.value, decimals)
    : rounded(quantity.value * factor + offset, decimals);
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

/** A quantity as it will be written; `null` without a number or a unit. */
export function quantityText(quantity: Quantity | undefined): readonly TextPart[] | null {
  const part = quantityPart(quantity);
  return part === null || part.unit === '' ? null : [part];
}

/** The same where a number may stand without a unit. */
export function quantityPart(quantity: Quantity | undefined): QuantityPart | null {
  if (quantity?.value === undefined) return null;
  const { value, comparator } = quantity;
  const unit = words(quantity.unit) ?? words(quantity.code) ?? '';
  return { value, unit, ...(comparator === undefined ? {} : { comparator }) };
}
