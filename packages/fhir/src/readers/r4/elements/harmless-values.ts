import { LOCAL } from '../../../codes/systems.ts';
import { isObject, listAt, textAt } from '../../../entry.ts';

/** Statuses of a narrative that repeats the elements (R4 narrative-status). */
const MADE_FROM_ELEMENTS = ['generated', 'extensions', 'empty'];

/** Whether an element that is harmless with some values only has such a value. */
export function isHarmlessValue(path: string, value: unknown): boolean {
  if (path === 'interpretation') return isOwnBand(value);
  // `false` says that the source did not give the vaccination itself, which the fact must show.
  if (path === 'primarySource') return value === true;
  // What the pharmacy may supply instead is harmless. A reason against it is about the resident.
  if (path === 'substitution') return !(isObject(value) && 'reason' in value);
  if (path === 'referenceRange' || path === 'component.referenceRange') return isRangeOfOthers(value);
  return path === 'text' && MADE_FROM_ELEMENTS.includes(textAt(value, 'status') ?? '');
}

/**
 * Whether all reference ranges are those of other people, without which the resident's value still holds. [P]
 * A range of another kind may be the resident's own target (R4 referencerange-meaning: `treatment`,
 * `recommended`).
 */
function isRangeOfOthers(ranges: unknown): boolean {
  const all: readonly unknown[] = Array.isArray(ranges) ? ranges : [];
  return all.every((range) => {
    if (!isObject(range) || !('type' in range)) return true;
    const codings = listAt(range['type'], 'coding');
    return codings.length > 0 && codings.every((coding) => textAt(coding, 'code') === 'normal');
  });
}

/**
 * Whether this product's own writer gave the band. It is read from its extension, and here it is repeated in
 * words for other systems.
 */
function isOwnBand(interpretation: unknown): boolean {
  const concepts: readonly unknown[] = Array.isArray(interpretation) ? interpretation : [];
  const codings = concepts.flatMap((concept) => listAt(concept, 'coding'));
  return codings.length > 0 && codings.every((coding) => textAt(coding, 'system') === LOCAL);
}
