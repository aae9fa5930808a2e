import { textAt } from '../../../entry.ts';

/** Narratives that say nothing beyond the elements they were made from (R4 narrative-status). */
const MADE_FROM_ELEMENTS = ['generated', 'extensions', 'empty'];

/** Elements that are harmless with some of their values only. */
export function isHarmlessValue(path: string, value: unknown): boolean {
  return path === 'text' && MADE_FROM_ELEMENTS.includes(textAt(value, 'status') ?? '');
}
