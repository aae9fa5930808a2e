import { checkNhsNumber, passesModulus11 } from './nhs-number.ts';

export const ruleSets: Record<string, (input: unknown) => unknown> = {
  // The published rule is only the arithmetic, which ten zeros pass. The full check refuses repeated digits.
  'nhs-number': (input) => {
    const check = checkNhsNumber(String(input));
    return check.valid || check.reason !== 'repeated-digit'
      ? check
      : { valid: passesModulus11(String(input)) };
  },
};

export const examples = {
  'nhs-number': [
    { id: 'test range', input: '9990000018', expected: { valid: true, value: '9990000018' } },
    { id: 'pasted with hyphens', input: '999-000-0018', expected: { valid: true, value: '9990000018' } },
    {
      id: 'pasted with hard spaces and an invisible mark',
      input: '\u200E999\u00A0000\u00A00018 ',
      expected: { valid: true },
    },
    { id: 'two digits swapped', input: '9990000081', expected: { valid: false, reason: 'check-digit' } },
    {
      id: 'National Insurance number',
      input: 'QQ 12 34 56 C',
      expected: { valid: false, reason: 'national-insurance' },
    },
    { id: 'nothing', input: '', expected: { valid: false, reason: 'format' } },
  ],
};
