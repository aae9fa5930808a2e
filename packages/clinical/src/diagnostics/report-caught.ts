import { printCaught } from '#print-caught';
import { log, loggedCode } from './log.ts';

/**
 * Reports an error that is caught and goes no further, because the program goes on without what broke.
 *
 * In development (the export condition `development`, which the development servers of bundlers set) it is printed whole,
 * with its stack. A build prints nothing and does not even hold the words; only the opt-in log hears of it, by code.
 *
 * @param place where it is caught, as `package/place`: a literal, so that no value gets into the log
 * @param part which section or kind of resource, where one place serves several: a word of the program as well
 */
export function reportCaught(error: unknown, place: string, part: string | null = null): void {
  printCaught(error, place, part);
  log({ kind: 'caught', place, part, code: loggedCode(error) });
}
