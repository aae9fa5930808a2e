import type { FormUnit } from '@ehch/clinical/form';
import { isObject, textAt, type JsonObject } from '../entry.ts';
import { extensionsOf } from '../extensions.ts';
import { plainWords } from './plain-words.ts';
import { extension, extensionValue } from './json-value.ts';
import type { OutlineItem } from './outline.ts';
import { limit, type FormReading } from './reading.ts';
import { unitSize } from './unit-sizes.ts';
import { EXT, OWN_EXT, UCUM } from './urls.ts';

/** The units in which a number may be given. Answers are kept in the first one. */
export function unitsOf(reading: FormReading, item: OutlineItem): readonly FormUnit[] {
  const list = item.json['extension'];
  const codings = [...extensionsOf(list, EXT.unit), ...extensionsOf(list, EXT.unitOption)]
    .map((each) => each['valueCoding'])
    .filter(isObject);
  const units: FormUnit[] = [];
  for (const coding of codings) {
    const code = textAt(coding, 'code') ?? textAt(coding, 'display');
    if (code === null || units.some((each) => each.code === code)) continue;
    const [first] = units;
    const defined = first === undefined ? { factor: 1 } : unitSize(code, first.code);
    const stated = first === undefined ? null : statedSize(coding);
    const size = defined !== null && stated !== null && !isNear(defined, stated) ? null : (stated ?? defined);
    const text = plainWords(textAt(coding, 'display')) ?? plainWords(code) ?? '';
    const own = textAt(coding, 'system') === UCUM ? {} : { notUcum: true };
    if (size !== null) units.push({ code, text, ...size, ...own });
    // A number that cannot be converted to the first unit could not be compared with anything.
    else limit(reading, item, `The unit "${text}" cannot be chosen here, only "${first?.text ?? ''}".`);
  }
  const open = extensionValue(item.json, EXT.unitOpen);
  if (open !== undefined && open !== 'optionsOnly')
    limit(reading, item, 'Units other than those listed cannot be given here.');
  if (extension(item.json, EXT.unitValueSet) !== undefined)
    limit(reading, item, 'The list of units is kept elsewhere and cannot be opened here.');
  return units;
}

/** The ratio that a form of this product states for a unit. Zero and negative ratios are refused. */
function statedSize(coding: JsonObject): Pick<FormUnit, 'factor' | 'offset'> | null {
  const stated = extension(coding, OWN_EXT.unitSize);
  if (stated === undefined) return null;
  const [factor, offset] = ['factor', 'offset'].map((name) => extensionValue(stated, name));
  if (typeof factor !== 'number' || !Number.isFinite(factor) || factor <= 0) return null;
  return { factor, ...(typeof offset === 'number' ? { offset } : {}) };
}

/**
 * Whether a stated ratio agrees with the defined one. A pound is what its definition says, whatever a form
 * says. They may differ after the ninth digit.
 */
function isNear(a: Pick<FormUnit, 'factor' | 'offset'>, b: Pick<FormUnit, 'factor' | 'offset'>): boolean {
  const near = (x = 0, y = 0) => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x));
  return near(a.factor / b.factor, 1) && near(a.offset, b.offset);
}
