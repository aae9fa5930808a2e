import { log, loggedCode, type LoggedCode } from '@ehch/clinical/diagnostics';

/**
 * Runs a function and writes its duration to the opt-in log.
 *
 * @param part the kind of resource, or `null`; never a word of a record
 * @param outcomeOf returns the code of an answer that is itself a failure
 */
export async function timed<T>(
  place: string,
  part: string | null,
  run: () => Promise<T>,
  outcomeOf: (answer: T) => 'ok' | LoggedCode = () => 'ok',
): Promise<T> {
  const begun = performance.now();
  const tell = (outcome: 'ok' | LoggedCode) =>
    log({ kind: 'timed', place, part, ms: Math.round(performance.now() - begun), outcome });
  try {
    const answer = await run();
    tell(outcomeOf(answer));
    return answer;
  } catch (error) {
    tell(loggedCode(error));
    throw error;
  }
}
