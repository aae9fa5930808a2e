/**
 * Compares two `meta.lastUpdated` of one server: below 0 if `a` is earlier. `null`: one of them is missing or is no
 * instant, so nothing is known about the order.
 *
 * Servers write the same instant with other zones and other numbers of digits, so text does not decide. Some write
 * microseconds, which `Date.parse` cuts off.
 */
export function compareUpdated(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  if (a === b) return 0;
  const [left, right] = [Date.parse(a), Date.parse(b)];
  if (Number.isNaN(left) || Number.isNaN(right)) return null;
  return left - right || belowMilliseconds(a) - belowMilliseconds(b);
}

/** What stands after the third digit of the seconds, as a fraction of a millisecond. */
function belowMilliseconds(instant: string): number {
  return Number(`0.${/\.\d{3}(\d+)/.exec(instant)?.[1] ?? '0'}`);
}
