import { LOCAL } from '../../../codes/systems.ts';
import { listAt, textAt } from '../../../entry.ts';

/** Narratives that say nothing beyond the elements they were made from (R4 narrative-status). */
const MADE_FROM_ELEMENTS = ['generated', 'extensions', 'empty'];

/** Elements that are harmless with some of their values only. */
export function isHarmlessValue(path: string, value: unknown): boolean {
  if (path === 'interpretation') return isOwnBand(value);
  return path === 'text' && MADE_FROM_ELEMENTS.includes(textAt(value, 'status') ?? '');
}

/** The band that our own writer gave: it is read from its extension, and this is the same in words for others. */
function isOwnBand(interpretation: unknown): boolean {
  const concepts: readonly unknown[] = Array.isArray(interpretation) ? interpretation : [];
  const codings = concepts.flatMap((concept) => listAt(concept, 'coding'));
  return codings.length > 0 && codings.every((coding) => textAt(coding, 'system') === LOCAL);
}
