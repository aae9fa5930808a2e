import type { FormItem, FormOption, FormQuestion, FormUnit } from '@ehch/clinical/form';
import type { JsonObject } from '../entry.ts';
import { unitSize } from './unit-sizes.ts';
import { EXT, OWN_EXT, UCUM } from './urls.ts';
import { field, optionValue } from './write-value.ts';

/**
 * The options of a choice, with their points under both of FHIR's names, because programs read one or the
 * other.
 */
export function writeOptions({ options = [] }: Pick<FormQuestion, 'options'>): readonly JsonObject[] {
  return options.map((option) => {
    const { points, exclusive } = option;
    const { prefix, own } = beyond(option);
    const extension = [
      ...(points === undefined
        ? []
        : [EXT.ordinalValue, EXT.itemWeight].map((url) => ({ url, valueDecimal: points }))),
      ...(prefix === null ? [] : [{ url: EXT.optionPrefix, valueString: prefix }]),
      ...(exclusive === true ? [{ url: EXT.optionExclusive, valueBoolean: true }] : []),
      ...own,
    ];
    return { ...(extension.length === 0 ? {} : { extension }), ...field('value', optionValue(option)) };
  });
}

/** What an option has besides its code: a prefix, or a value and words of its own. */
function beyond({ value, text, code, kind }: FormOption): {
  readonly prefix: string | null;
  readonly own: readonly JsonObject[];
} {
  const shown = kind === undefined ? (code?.display ?? text) : (code?.code ?? value);
  const prefix = text.endsWith(` ${shown}`) ? text.slice(0, -shown.length - 1) : null;
  const read = code?.code ?? value;
  const parts = [
    ...(read === value ? [] : [{ url: 'value', valueString: value }]),
    ...(shown === text || prefix !== null ? [] : [{ url: 'text', valueString: text }]),
  ];
  return { prefix, own: parts.length === 0 ? [] : [{ url: OWN_EXT.option, extension: parts }] };
}

/** The units of a number. For a plain number the first is its unit and the others are choices. */
export function writeUnits(item: FormItem): readonly JsonObject[] {
  if (item.type === 'total')
    return item.unit === undefined
      ? []
      : [{ url: EXT.unit, valueCoding: { system: UCUM, code: item.unit, display: item.unit } }];
  const units = 'units' in item ? (item.units ?? []) : [];
  const [first] = units;
  return units.map((unit, i) => ({
    url: i === 0 && item.type !== 'quantity' ? EXT.unit : EXT.unitOption,
    valueCoding: unitCoding(unit, first?.code ?? unit.code),
  }));
}

/** A unit as a coding. Its ratio is written only where no definition fixes it. */
function unitCoding({ code, text, factor, offset, notUcum }: FormUnit, first: string): JsonObject {
  const known = unitSize(code, first);
  const same = known?.factor === factor && known.offset === offset;
  const parts = [
    { url: 'factor', valueDecimal: factor },
    ...(offset === undefined ? [] : [{ url: 'offset', valueDecimal: offset }]),
  ];
  return {
    ...(same ? {} : { extension: [{ url: OWN_EXT.unitSize, extension: parts }] }),
    ...(notUcum === true ? {} : { system: UCUM }),
    code,
    display: text,
  };
}
