import { EhchError } from '../errors.ts';
import type { FormState } from '../form/state.ts';
import type { FinishedAssessment } from './types.ts';

/**
 * Guard: nothing of one resident is ever compared with another's.
 * @throws {EhchError} `bad-argument` where the two are not of one resident.
 */
export function sameResident({ draft: last }: FinishedAssessment, { draft }: FormState): void {
  if (last.resident !== draft.resident)
    throw new EhchError('bad-argument', 'The last assessment is of another resident.');
}
