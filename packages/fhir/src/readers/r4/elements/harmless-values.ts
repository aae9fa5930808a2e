import { LOCAL } from '../../../codes/systems.ts';
import { isObject, listAt, textAt } from '../../../entry.ts';

/** Narratives that say nothing beyond the elements they were made from (R4 narrative-status). */
const MADE_FROM_ELEMENTS = ['generated', 'extensions', 'empty'];

/** Elements that are harmless with some of their values only. */
export function isHarmlessValue(path: string, value: unknown): boolean {
  if (path === 'interpretation') return isOwnBand(value);
  // A vaccination that its source did not give itself was told to it.
  if (path === 'primarySource') return value === true;
  // What the pharmacy may supply instead; a reason against it is about her.
  if (path === 'substitution') return !(isObject(value) && 'reason' in value);
  if (path === 'referenceRange' || path === 'component.referenceRange') return isRangeOfOthers(value);
  return path === 'text' && MADE_FROM_ELEMENTS.includes(textAt(value, 'status') ?? '');
}

/**
 * The range of others; her value stands without it. [P] A range of another kind may be her own target
 * (R4 referencerange-meaning: `treatment`, `recommended`).
 */
function isRangeOfOthers(ranges: unknown): boolean {
  const all: readonly unknown[] = Array.isArray(ranges) ? ranges : [];
  return all.every((range) => {
    if (!isObject(range) || !('type' in range)) return true;
    const codings = listAt(range['type'], 'coding');
    return codings.length > 0 && codings.every((coding) => textAt(coding, 'code') === 'normal');
  });
}

/** The band that our own writer gave: it is read from its extension, and this is the same in words for others. */
function isOwnBand(interpretation: unknown): boolean {
  const concepts: readonly unknown[] = Array.isArray(interpretation) ? interpretation : [];
  const codings = concepts.flatMap((concept) => listAt(concept, 'coding'));
  return codings.length > 0 && codings.every((coding) => textAt(coding, 'system') === LOCAL);
}
