import { isObject } from '../resource.ts';

/** Whether a text element matches: http://hl7.org/fhir/R4/search.html#string */
export function stringMatches(value: string, modifier: string | null, element: unknown): boolean {
  return textsOf(element).some((text) => {
    if (modifier === 'exact') return text === value;
    const found = fold(text);
    return modifier === 'contains' ? found.includes(fold(value)) : found.startsWith(fold(value));
  });
}

/** Removes case and accents, which count only with `:exact`. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const PARTS = [
  'text',
  'family',
  'given',
  'prefix',
  'suffix',
  'line',
  'city',
  'district',
  'state',
  'country',
  'postalCode',
];

/** The words of a string, a HumanName or an Address. */
export function textsOf(element: unknown): string[] {
  if (typeof element === 'string') return [element];
  if (Array.isArray(element)) return element.flatMap(textsOf);
  if (!isObject(element)) return [];
  return PARTS.flatMap((part) => textsOf(element[part]));
}
