import { plainText } from './plain-text.ts';

/**
 * `999 000 0018`: 3-3-4 with single spaces, CUI NUM-0001..0017. Anything but ten digits is shown as recorded. It
 * does not say whether the number is valid: `checkNhsNumber` does.
 */
export function formatNhsNumber(digits: string): string {
  const text = plainText(digits);
  return /^\d{10}$/.test(text) ? `${text.slice(0, 3)} ${text.slice(3, 6)} ${text.slice(6)}` : text;
}
