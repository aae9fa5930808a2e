import { EHCH_ERROR_CODES, EhchError, type EhchErrorCode } from '../errors.ts';

/** One of our error codes, the name of a JavaScript error, or `unexpected` for any other error. */
export type LoggedCode = EhchErrorCode | (typeof BUGS)[number] | 'unexpected';

/**
 * One line of the opt-in log. Every word in it comes from the program: no message, no address and no value. So it
 * cannot hold anything of a resident, whatever an error or a server says.
 */
export type LogLine =
  | {
      readonly kind: 'caught';
      /** Where the program caught the error, such as `sync/ask`. */
      readonly place: string;
      /** The section or kind of resource, if the place serves several. */
      readonly part: string | null;
      readonly code: LoggedCode;
    }
  | {
      readonly kind: 'timed';
      readonly place: string;
      readonly part: string | null;
      /** Whole milliseconds. */
      readonly ms: number;
      /** `ok`, or the code of the failure. */
      readonly outcome: 'ok' | LoggedCode;
    };

const BUGS = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'] as const;

/** An error on its way to the log. Only an open log makes a code of it, so a script that opens none carries no code. */
interface Caught {
  readonly kind: 'caught';
  readonly place: string;
  readonly part: string | null;
  readonly error: unknown;
}

const listeners = new Set<(line: LogLine | Caught) => void>();

/**
 * Opens the log of this window or worker. It starts closed, and gathers nothing while it is closed.
 *
 * @returns a function that closes it again
 */
export function openLog(listener: (line: LogLine) => void): () => void {
  // A new function each time, so that two openings with one listener close independently.
  const opening = (line: LogLine | Caught) => listener('error' in line ? coded(line) : line);
  listeners.add(opening);
  return () => void listeners.delete(opening);
}

/** Sends a line to every listener of the log. */
export function log(line: LogLine | Caught): void {
  for (const listener of listeners) {
    try {
      listener(line);
    } catch {
      // A listener that throws must not stop the work that the log describes. Reporting the error would call it again.
    }
  }
}

function coded({ kind, place, part, error }: Caught): LogLine {
  return { kind, place, part, code: loggedCode(error) };
}

/** The part of an error that may be logged. A code outside our list may be text from a record. */
export function loggedCode(error: unknown): LoggedCode {
  if (error instanceof EhchError) return EHCH_ERROR_CODES.find((code) => code === error.code) ?? 'unexpected';
  return BUGS.find((name) => error instanceof Error && error.name === name) ?? 'unexpected';
}
