/**
 * The name of a record as a setting gives it: type and id, without the server's address, a part, or the number of a
 * version.
 */
export function recordName(id: string): string {
  const whole = id.replace(/[#~].*$/, '');
  return /[A-Z][A-Za-z]+\/[^/]+$/.exec(whole)?.[0] ?? whole;
}
