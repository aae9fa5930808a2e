import { isConfirmed } from '../../permission.ts';
import type { ScoreResult } from '../../score.ts';
import type { AboutInstrument } from '../why-of.ts';

/**
 * Whose instruments the scores of a copy come from, in one line; `null` where they are nobody's. The full notices stand on
 * the form, on paper and in the Questionnaire: a line in a record has room for the owners' names.
 */
export function acknowledgement(
  scores: readonly ScoreResult[],
  instruments: readonly AboutInstrument[],
): string | null {
  const used = instruments.filter(({ id }) => scores.some(({ instrument }) => instrument === id));
  const owned = used.flatMap(({ title, source, permission }) =>
    source.owner === undefined
      ? []
      : [
          `${title} (${source.owner}${isConfirmed(permission) ? '' : '; for demonstration, permission not confirmed'})`,
        ],
  );
  return owned.length === 0 ? null : `Instruments: ${owned.join('; ')}.`;
}
