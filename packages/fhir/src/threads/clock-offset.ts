import type { JsonObject } from '../entry.ts';

/** FHIR R4, integer: 32 bits. */
const LARGEST_INTEGER = 2 ** 31 - 1;

/**
 * A difference of clocks in milliseconds, as a value of an extension. An integer of FHIR holds 24 days of them.
 * The clock of a PC whose battery is empty is years off, and a server refuses a worry with such an integer:
 * then it is a decimal.
 */
export function offsetValue(ms: number): JsonObject {
  return Math.abs(ms) <= LARGEST_INTEGER ? { valueInteger: ms } : { valueDecimal: ms };
}

/** The same as it was read; `null`: it is not known. */
export function offsetIn(part: JsonObject | undefined): number | null {
  const ms = part?.['valueInteger'] ?? part?.['valueDecimal'];
  return typeof ms === 'number' ? ms : null;
}
