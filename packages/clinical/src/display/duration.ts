/** A length of time in whole units. */
export interface DurationParts {
  readonly years?: number;
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

const UNITS = [
  ['years', 'y'],
  ['months', 'm'],
  ['weeks', 'w'],
  ['days', 'd'],
  ['hours', 'hr'],
  ['minutes', 'min'],
] as const;

/**
 * `2hr 40min`, `3d 40min`: the biggest unit first, zero parts left out, no decimals (CUI D+Tb-0017..0034).
 * A number means minutes; it is rounded and written in days, hours and minutes. A negative or unreadable length is
 * `Unknown`.
 */
export function formatDuration(duration: number | DurationParts): string {
  const parts = typeof duration === 'number' ? split(duration) : duration;
  const values = UNITS.map(([name, unit]) => [parts[name] ?? 0, unit] as const);
  if (values.some(([value]) => !Number.isInteger(value) || value < 0)) return 'Unknown';
  const written = values.filter(([value]) => value > 0).map(([value, unit]) => `${value}${unit}`);
  return written.length > 0 ? written.join(' ') : '0min';
}

function split(minutes: number): DurationParts {
  const all = Math.round(minutes);
  return { days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60 };
}
