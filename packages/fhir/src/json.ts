import { isObject } from './entry.ts';

/** Deeper than any resource in use; a stack that overflows would take the whole view down with it. */
const DEEPEST = 60;

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
