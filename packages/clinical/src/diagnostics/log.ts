import { EHCH_ERROR_CODES, EhchError, type EhchErrorCode } from '../errors.ts';

/** A code of ours, the kind of a bug in the program, or `unexpected`: of any other error nothing is told. */
export type LoggedCode = EhchErrorCode | (typeof BUGS)[number] | 'unexpected';

/**
 * One line of the opt-in log. Each word of it is a word of the program: no message, no address, no value. So nothing of a
 * resident can be in it, whatever an error or a server says.
 */
export type LogLine =
  | {
      readonly kind: 'caught';
      /** Where the program caught the error, such as `sync/ask`. */
      readonly place: string;
      /** Which section or kind of resource, where the place serves several. */
      readonly part: string | null;
      readonly code: LoggedCode;
    }
  | {
      readonly kind: 'timed';
      readonly place: string;
      readonly part: string | null;
      /** Milliseconds, whole. */
      readonly ms: number;
      /** How it went: `ok`, or the code of the failure. */
      readonly outcome: 'ok' | LoggedCode;
    };

const BUGS = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'] as const;

const listeners = new Set<(line: LogLine) => void>();

/**
 * Opens the log of this window or worker. Closed, which it is at the start, nothing is gathered.
 *
 * @returns closes it again
 */
export function openLog(listener: (line: LogLine) => void): () => void {
  // Two openings with one function are two openings.
  const opening = (line: LogLine) => listener(line);
  listeners.add(opening);
  return () => void listeners.delete(opening);
}

/** Tells everybody who opened the log. */
export function log(line: LogLine): void {
  for (const listener of listeners) {
    try {
      listener(line);
    } catch {
      // Who listens to the log badly must not stop what the log tells of. To report it here would call it again.
    }
  }
}

/** What of an error may be logged. A code that is not on our list may be anybody's words. */
export function loggedCode(error: unknown): LoggedCode {
  if (error instanceof EhchError) return EHCH_ERROR_CODES.find((code) => code === error.code) ?? 'unexpected';
  return BUGS.find((name) => error instanceof Error && error.name === name) ?? 'unexpected';
}
