import { printCaught } from '#print-caught';
import { log } from './log.ts';

/**
 * Reports an error that the program catches and survives. Call it in every `catch` that does not throw again.
 *
 * In development (the export condition `development`, which bundlers' development servers set) it prints the whole
 * error with its stack. A build prints nothing: only the opt-in log receives a line, with the error's code.
 *
 * @param place the place that catches it, as `package/place`: a literal, so that no value gets into the log
 * @param part the section or kind of resource, if one place serves several: also a word of the program
 */
export function reportCaught(error: unknown, place: string, part: string | null = null): void {
  printCaught(error, place, part);
  log({ kind: 'caught', place, part, error });
}
