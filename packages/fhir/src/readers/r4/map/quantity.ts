import type { Caution } from '@ehch/clinical';
import { rounded, shortened } from '../../../legible.ts';
import type { QuantityPart } from '../../../recorded-view.ts';
import { words } from '../../../text.ts';
import type { Quantity } from '../datatypes.ts';

/** Converts a unit to the one that is shown: multiply by the factor, then add the offset. */
type Conversion = number | readonly [factor: number, offset: number];

/** Conversions by the codes and words for a unit. */
type Units = ReadonlyMap<string, Conversion>;

/**
 * A unit that the reader knows: its name here, its conversion, then its UCUM codes and the words that senders
 * write. They are compared without case, spaces, dots and plural endings.
 */
type Unit = readonly [name: string, conversion: Conversion, ...others: readonly string[]];

/**
 * The international avoirdupois pound is exactly 0.45359237 kg. A stone has 14 pounds, and a pound 16 ounces.
 */
const POUND = 0.453_592_37;

const WEIGHTS: readonly Unit[] = [
  ['kg', 1, 'kilogram'],
  ['g', 0.001, 'gram'],
  ['lb', POUND, '[lb_av]', 'pound'],
  ['stone', 14 * POUND, '[stone_av]', 'st'],
  ['oz', POUND / 16, '[oz_av]'],
];

/** The international inch is exactly 2.54 cm. */
const LENGTHS: readonly Unit[] = [
  ['cm', 1, 'centimetre', 'centimeter'],
  ['m', 100, 'metre', 'meter'],
  ['mm', 0.1],
  ['in', 2.54, '[in_i]', 'inch', 'inche'],
  ['ft', 30.48, '[ft_i]'],
];

const TEMPERATURES: readonly Unit[] = [
  ['Cel', 1, '°c', 'c', 'degreescelsiu', 'degreecelsiu'],
  ['F', [5 / 9, (-32 * 5) / 9], '[degf]', '°f'],
];

/** Units that are shown as written. */
const OTHERS: readonly Unit[] = [
  ['mmHg', 1, 'mm[hg]'],
  ['kPa', 1],
  ['%', 1, 'percent'],
  ['/min', 1, 'bpm'],
  ['/h', 1],
  ['Hz', 1],
];

export const KILOGRAMS = conversions(WEIGHTS);
export const CENTIMETRES = conversions(LENGTHS);
export const CELSIUS = conversions(TEMPERATURES);
/** Only the unit itself: a body mass index in other units is not converted. */
export const BMI_UNITS: Units = new Map([
  ['kg/m2', 1],
  ['kg/m^2', 1],
  ['kg/m²', 1],
]);

function conversions(units: readonly Unit[]): Units {
  return new Map(units.flatMap((unit) => keysOfUnit(unit).map((key) => [key, unit[1]] as const)));
}

function keysOfUnit([name, , ...others]: Unit): readonly string[] {
  return [name.toLowerCase(), ...others];
}

/** The one name of each unit that the reader knows. */
const UNIT_NAMES = new Map(
  [...WEIGHTS, ...LENGTHS, ...TEMPERATURES, ...OTHERS].flatMap((unit) =>
    keysOfUnit(unit).map((key) => [key, unit[0]] as const),
  ),
);

/** Points, in the variants that senders write: `{ScoreOf}`, `{score}`, "score", "points", "/20", `1`. */
export const SCORE_UNIT = /^(\{?\s*(score|points?|pts|total)\s?(of)?\s*\}?|1|\/ ?20)$/i;
/** Counts per minute, as senders write them. */
export const PER_MINUTE = /(\/ ?min(ute)?|per minute|bpm)$/i;
/** Millimetres of mercury, as senders write them. */
export const MILLIMETRES_OF_MERCURY = /^(mm\[Hg\]|mm ?Hg|millimet(er|re)s? of mercury)$/i;
/** Per cent, as senders write it. */
export const PERCENT = /^(%|per ?cent(age)?|% O2)$/i;

/** An unknown unit in words beside a known code. `null`: there is none. */
export function strangeUnit({ code, unit }: Quantity): string | null {
  if (unit === undefined || code === undefined || unit === code || !isKnownUnit(code)) return null;
  return isKnownUnit(unit) ? null : words(unit);
}

function isKnownUnit(text: string): boolean {
  const patterns = [SCORE_UNIT, PER_MINUTE, MILLIMETRES_OF_MERCURY, PERCENT];
  return (
    unitName(text) !== undefined ||
    patterns.some((pattern) => pattern.test(text)) ||
    keysOf(text).some((key) => BMI_UNITS.has(key))
  );
}

/** Whether the code and the words name two units. 154 kg or 154 lb: nobody can say which. */
export function unitsConflict({ code, unit }: Quantity): boolean {
  const [coded, said] = [code, unit].map((text) => unitName(text));
  return coded !== undefined && said !== undefined && coded !== said;
}

/** The one name of a unit, whatever code or word stands for it. */
export function unitName(text: string | undefined): string | undefined {
  return keysOf(text)
    .map((key) => UNIT_NAMES.get(key) ?? concentration(key))
    .find((name) => name !== undefined);
}

/** A unit of concentration. They must be told apart: 1.2 mg/dL of creatinine is 106 µmol/L. */
function concentration(key: string): string | undefined {
  return /^([munp]?mol|[mun]?g)\/(d?l|ml|mol)$/.exec(key.replaceAll(/[µμ]/g, 'u').replace('mcg', 'ug'))?.[0];
}

/**
 * A quantity that was sent as text: "7", "61.2 kg", "12 of 20". A text with more than a number and a unit is
 * none.
 */
export function quantityInText(text: string | undefined): Quantity | undefined {
  const [, comparator, value, unit] =
    /^\s*([<>]=?)?\s*(\d+(?:\.\d+)?)\s*([^\d\s][^\d]{0,20}|(?:\/|(?:out )?of) ?(?:20|100))?\s*$/.exec(
      text ?? '',
    ) ?? [];
  if (value === undefined) return undefined;
  return {
    value: Number(value),
    ...(comparator === undefined ? {} : { comparator: comparator as '<' }),
    ...(unit === undefined ? {} : { unit: unit.trim() }),
  };
}

/**
 * A quantity in the unit that is shown. Without a known unit there is no number, because 12 may be stone or
 * kilograms. `null` also for a value that is only a limit ("<5").
 */
export function convert(
  quantity: Quantity | undefined,
  units: Units,
  decimals: number,
  cautions: Set<Caution>,
): number | null {
  if (quantity?.value === undefined || quantity.comparator !== undefined) return null;
  if (unitsConflict(quantity)) cautions.add('unit-conflict');
  const conversion = unitKeys(quantity)
    .map((key) => units.get(key))
    .find((known) => known !== undefined);
  if (conversion === undefined) return null;
  const [factor, offset] = typeof conversion === 'number' ? [conversion, 0] : conversion;
  if (factor !== 1 || offset !== 0) cautions.add('converted');
  return factor === 1 && offset === 0
    ? shortened(quantity.value, decimals)
    : rounded(quantity.value * factor + offset, decimals);
}

/**
 * The number of a quantity in one of these units, or without a unit. `null`: it has another unit, or is only
 * a limit.
 */
export function plainNumber(quantity: Quantity | undefined, unit: RegExp): number | null {
  if (quantity?.value === undefined || quantity.comparator !== undefined) return null;
  const said = [quantity.code, quantity.unit].filter((text) => text !== undefined && text !== '');
  return said.length === 0 || said.some((text) => unit.test(text ?? '')) ? quantity.value : null;
}

function unitKeys({ code, unit }: Quantity): readonly string[] {
  return [...keysOf(code), ...keysOf(unit)];
}

function keysOf(text: string | undefined): readonly string[] {
  const key = text?.toLowerCase().replaceAll(/[\s.]/g, '');
  return key === undefined || key === '' ? [] : [key, key.replace(/s$/, '')];
}

/** A quantity as the display rules will write it. Its unit is empty where there is none. */
export function quantityPart(quantity: Quantity | undefined): QuantityPart | null {
  if (quantity?.value === undefined) return null;
  const { value, comparator } = quantity;
  // UCUM has annotations in braces. Only this one is part of the unit as people write it.
  const unit = (words(quantity.unit) ?? words(quantity.code) ?? '').replace('{1.73_m2}', '1.73 m²');
  return {
    value,
    unit: /^per ?cent(age)?$/i.test(unit) ? '%' : unit,
    ...(comparator === undefined ? {} : { comparator }),
  };
}
