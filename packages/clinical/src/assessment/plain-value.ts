/** A value that no question holds: what several answers came to, or the readings of several rows. */
export function plainValue(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map(plainValue).join('; ') || null;
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  if ('sbp' in value && 'dbp' in value) return pressureText(value);
  const said = Object.entries(value).flatMap(([name, each]) => {
    const text = plainValue(each);
    return text === null ? [] : [`${name} ${text}`];
  });
  return said.join(', ');
}

/** `standing-1-minute` as words. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `120 over 75 mmHg at 1 minute, standing`. */
function pressureText(reading: Readonly<Record<string, unknown>>): string {
  const { sbp, dbp, minute, posture } = reading;
  const known = (value: unknown) => (typeof value === 'number' ? String(value) : 'not measured');
  const after = minute === 1 ? ' at 1 minute' : typeof minute === 'number' ? ` at ${minute} minutes` : '';
  return `${known(sbp)} over ${known(dbp)} mmHg${after}${typeof posture === 'string' ? `, ${posture}` : ''}`;
}
