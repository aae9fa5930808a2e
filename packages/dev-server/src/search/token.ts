import { isObject } from '../resource.ts';
import { splitBars } from './split.ts';

/** A code as a token search sees it. `system` is `null` if the element has none. */
interface Token {
  readonly system: string | null;
  readonly code: string;
}

/** Whether a coded element matches: http://hl7.org/fhir/R4/search.html#token */
export function tokenMatches(value: string, element: unknown): boolean {
  const parts = splitBars(value);
  const tokens = tokensOf(element);
  if (parts.length === 1) return tokens.some((token) => token.code === parts[0]);
  const [system, code] = parts;
  return tokens.some(
    (token) =>
      (system === '' ? token.system === null : token.system === system) &&
      (code === '' || token.code === code),
  );
}

/** The codes in a coded element: a code, Coding, CodeableConcept, Identifier or ContactPoint. */
export function tokensOf(element: unknown): Token[] {
  if (typeof element === 'string' || typeof element === 'boolean' || typeof element === 'number') {
    return [{ system: null, code: String(element) }];
  }
  if (!isObject(element)) return [];
  if (Array.isArray(element['coding'])) return element['coding'].flatMap(tokensOf);
  const system = typeof element['system'] === 'string' ? element['system'] : null;
  // A Coding has `code`; an Identifier and a ContactPoint have `value`.
  const code = element['code'] ?? element['value'];
  return typeof code === 'string' ? [{ system, code }] : [];
}
