import { isObject } from '../is-object.ts';
import type { PlaceConfiguration } from './place.ts';

/**
 * Whether something has what every place has. A page without types may give a whole file, its text, or a promise of it, and each
 * component that reads it would break. What a file says is judged where it is read.
 */
export function isPlace(value: unknown): value is PlaceConfiguration {
  if (!isObject(value)) return false;
  const { signedOff, staleAfterMinutes, homes, bankHolidays, contacts } = value;
  return (
    TEXTS.every((name) => typeof value[name] === 'string') &&
    LISTS.every((name) => Array.isArray(value[name])) &&
    typeof staleAfterMinutes === 'number' &&
    (signedOff === null || isObject(signedOff)) &&
    (homes as readonly unknown[]).every(isObject) &&
    (bankHolidays as readonly unknown[]).every((day) => typeof day === 'string') &&
    (contacts as readonly unknown[]).every((contact) => isObject(contact) && Array.isArray(contact['hours']))
  );
}

const TEXTS = ['id', 'title', 'version', 'owner', 'dated'] as const;
const LISTS = ['homes', 'bankHolidays', 'contacts'] as const;
