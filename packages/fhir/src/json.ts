import { plainLines } from '@ehch/clinical/display';
import { isObject, type Entry } from './entry.ts';

/** Levels of nesting. No resource in use is deeper, and a stack overflow would lose the whole view. */
const DEEPEST = 60;

/** Fields that identify records. They are compared and never shown, so they stay exactly as sent. */
const ADDRESSES = ['id', 'reference'];

/**
 * Makes every text in the entry safe to show beside other text: no direction overrides, no invisible
 * characters. The maps may then show any of it. Line breaks stay, because `words` takes them out.
 */
export function plainEntry(entry: Entry): Entry {
  return { ...entry, resource: plain(entry.resource, 0) };
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return plainLines(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      ADDRESSES.includes(key) ? field : plain(field, depth + 1),
    ]),
  );
}

/**
 * Whether a value is nested more than 60 levels deep. Such a value is refused before any map walks through
 * it.
 */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, depth + 1));
  return isObject(value) && Object.values(value).some((item) => isTooDeep(item, depth + 1));
}

/**
 * Whether the record itself has a modifier extension at any depth. Contained records answer for themselves.
 */
export function hasModifierExtension(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasModifierExtension);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, field]) => {
    if (key === 'contained') return false;
    if (key === 'modifierExtension') return !Array.isArray(field) || field.length > 0;
    return typeof field === 'object' && hasModifierExtension(field);
  });
}
