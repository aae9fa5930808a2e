import { log, loggedCode, type LoggedCode } from '@ehch/clinical/diagnostics';

/**
 * Runs something and tells the opt-in log how long it took.
 *
 * @param part the kind of resource: a word of the program
 * @param outcomeOf the code of an answer that is itself a failure
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
