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

/** A time of the server, set back by some milliseconds. It is arithmetic on the server's clock alone. */
export function before(time: string, ms: number): string {
  return new Date(Date.parse(time) - ms).toISOString();
}
