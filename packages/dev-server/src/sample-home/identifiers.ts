import { createHash } from 'node:crypto';

/** An opaque id that is the same at every start. Ids appear in addresses and logs, so they contain no name. */
export function opaqueId(seed: number, ...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256')
    .update([seed, ...parts].join('/'))
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20, 32)}`;
}

/**
 * The nth number that passes modulus 11 in the range 999, which is reserved for tests.
 * Weights 10 to 2; 11 minus the remainder; 11 becomes 0, and 10 is never issued.
 */
export function testNhsNumber(n: number): string {
  let found = -1;
  for (let stem = 999_000_001; ; stem += 1) {
    const check = checkDigit(String(stem));
    if (check !== null) found += 1;
    if (found === n) return `${stem}${check}`;
  }
}

function checkDigit(stem: string): number | null {
  const sum = stem.split('').reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check === 10 ? null : check;
}
