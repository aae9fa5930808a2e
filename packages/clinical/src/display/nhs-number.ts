import { plainText } from './plain-text.ts';

/**
 * `999 000 0018`: 3-3-4 with single spaces, CUI NUM-0001..0017. What is not ten digits is shown as recorded; whether a
 * number is valid is the business of `checkNhsNumber`.
 */
export function formatNhsNumber(digits: string): string {
  const text = plainText(digits);
  return /^\d{10}$/.test(text) ? `${text.slice(0, 3)} ${text.slice(3, 6)} ${text.slice(6)}` : text;
}
