import { plainText } from '../display/plain-text.ts';

export type NhsNumberCheck =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: NhsNumberFault };

export type NhsNumberFault =
  /** Not ten digits, like old and temporary numbers. */
  | 'format'
  /** The last digit does not match the others. */
  | 'check-digit'
  /** The first nine digits have no matching last digit, so such a number was never issued. */
  | 'check-digit-10'
  /** One digit ten times. It passes the arithmetic but is nobody's number. */
  | 'repeated-digit'
  /** It looks like a National Insurance number. The screen can tell the user so. */
  | 'national-insurance';

/**
 * Checks an NHS number as typed or pasted, and removes separators. `value` is the ten digits.
 *
 * Valid means only well formed. The number may be unused, another person's, or another country's: never match on it
 * without a date of birth. (NHS Data Dictionary; CUI NUM-0016, 0018.)
 */
export function checkNhsNumber(text: string): NhsNumberCheck {
  const value = plainText(text).replace(/[\s.,/\\_\-\u2010-\u2015\u2212]/gu, '');
  if (/^[A-Z]{2}\d{6}[A-D]?$/i.test(value)) return { valid: false, reason: 'national-insurance' };
  if (!/^\d{10}$/.test(value)) return { valid: false, reason: 'format' };
  if (isOneDigit(value)) return { valid: false, reason: 'repeated-digit' };
  if (passesModulus11(value)) return { valid: true, value };
  return { valid: false, reason: expectedDigit(value) === 10 ? 'check-digit-10' : 'check-digit' };
}

/** Whether ten digits are well formed, for whoever needs no reason why not. The same holds as of a valid check. */
export function isNhsNumber(digits: string): boolean {
  return passesModulus11(digits) && !isOneDigit(digits);
}

function isOneDigit(digits: string): boolean {
  return /^(\d)\1{9}$/.test(digits);
}

/** Checks only the arithmetic of ten digits: weights 10 to 2, then 11 minus the remainder, where 11 counts as 0. */
export function passesModulus11(digits: string): boolean {
  return /^\d{10}$/.test(digits) && Number(digits[9]) === expectedDigit(digits);
}

/** The check digit 0 to 9, or 10 if no digit matches. */
function expectedDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits[index]) * (10 - index);
  const rest = 11 - (sum % 11);
  return rest === 11 ? 0 : rest;
}
