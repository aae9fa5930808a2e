import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatNhsNumber } from '../display/nhs-number.ts';
import { checkNhsNumber, isNhsNumber, passesModulus11 } from './nhs-number.ts';

const DIGITS = '0123456789'.split('');
const digits = fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 10, maxLength: 10 });

test('one digit repeated ten times passes the arithmetic and is still refused', () => {
  for (const digit of DIGITS) {
    const number = digit.repeat(10);
    assert.equal(passesModulus11(number), true);
    assert.deepEqual(checkNhsNumber(number), { valid: false, reason: 'repeated-digit' });
  }
});

test('at most one last digit fits any nine', () => {
  fc.assert(
    fc.property(digits, (number) => {
      const fitting = DIGITS.filter((last) => passesModulus11(number.slice(0, 9) + last));
      const check = checkNhsNumber(number);
      assert.ok(fitting.length <= 1);
      if (!check.valid && check.reason === 'check-digit-10') assert.equal(fitting.length, 0);
      if (!check.valid && check.reason === 'check-digit') assert.equal(fitting.length, 1);
    }),
  );
});

test('changing one digit, or swapping two neighbours, never leaves a valid number valid', () => {
  fc.assert(
    fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
      fc.pre(passesModulus11(number));
      const one = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
      assert.equal(passesModulus11(one), false);
      const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
      if (swapped !== number) assert.equal(passesModulus11(swapped), false);
    }),
    { numRuns: 300 },
  );
});

test('a number is shown 3-3-4 and can be pasted back', () => {
  assert.equal(formatNhsNumber('9990000018'), '999 000 0018');
  assert.equal(formatNhsNumber('999000001'), '999000001');
  assert.deepEqual(checkNhsNumber(formatNhsNumber('9990000018')), { valid: true, value: '9990000018' });
});

test('no text makes the check throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void checkNhsNumber(text)));
});

test('whether a number is well formed is the same with a reason and without one', () => {
  for (const digits of ['9990000018', '9990000019', '4444444444', '999000001', ''])
    assert.equal(isNhsNumber(digits), checkNhsNumber(digits).valid, digits);
});
