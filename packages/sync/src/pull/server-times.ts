import { compareUpdated } from '@ehch/store';

/** The newest of the server's own times. `null`: there is none that can be read. */
export function newestOf(times: readonly (string | null)[]): string | null {
  let newest: string | null = null;
  for (const time of times) if (time !== null && isAfter(time, newest)) newest = time;
  return newest;
}

/**
 * Whether a time of the server is later than another, to the last digit. Later than none is every time that can be read.
 */
export function isAfter(time: string | null, other: string | null): boolean {
  return !Number.isNaN(Date.parse(time ?? '')) && (compareUpdated(time, other) ?? 1) > 0;
}

/**
 * The newest of the server's times that it has come to. A row that was stamped while the server's clock was wrong would
 * otherwise hide all that is recorded until then.
 *
 * @param servedAt the server's own time of the answer, in whole seconds. `null`: it did not say
 */
export function newestUpTo(times: readonly string[], servedAt: string | null): string | null {
  const clock = Date.parse(servedAt ?? '');
  if (Number.isNaN(clock)) return newestOf(times);
  const past = newestOf(times.filter((time) => !(Date.parse(time) >= clock + 1000)));
  return past ?? (times.length === 0 ? null : new Date(clock).toISOString());
}

/** Whether a time lies further ahead of the server's clock than its clocks may differ: it was set back since. */
export function isAhead(time: string | null, servedAt: string | null, byMs: number): boolean {
  return Date.parse(time ?? '') > Date.parse(servedAt ?? '') + byMs;
}

/** A time of the server, set back by some milliseconds. It is arithmetic on the server's clock alone. */
export function before(time: string, ms: number): string {
  return new Date(Date.parse(time) - ms).toISOString();
}
