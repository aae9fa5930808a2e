import { plainLines } from '@ehch/clinical/display';
import { isObject, type Entry } from './entry.ts';

/** Deeper than any resource in use; a stack that overflows would take the whole view down with it. */
const DEEPEST = 60;

/** Addresses name records: they are compared and never shown, so not a character of them is touched. */
const ADDRESSES = ['id', 'reference'];

/**
 * The entry with every text in it made safe to stand beside other text, once and for all: no direction override, no
 * invisible character. Whatever a map picks out of it later is plain already. Line breaks stay: `words` takes them out.
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

export function isTooDeep(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return true;
  if (Array.isArray(value)) return value.some((item) => isTooDeep(item, depth + 1));
  return isObject(value) && Object.values(value).some((item) => isTooDeep(item, depth + 1));
}

/** Whether a modifier extension stands anywhere in the record itself. Contained records speak for themselves. */
export function hasModifierExtension(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasModifierExtension);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, field]) => {
    if (key === 'contained') return false;
    if (key === 'modifierExtension') return !Array.isArray(field) || field.length > 0;
    return typeof field === 'object' && hasModifierExtension(field);
  });
}
