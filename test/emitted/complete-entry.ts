import type { FormDefinition } from '../../packages/clinical/src/form/index.ts';
import { scoresIn } from '../round-trip/there-and-back.ts';
import { finishOperation, type Signed } from './everything.ts';

/** One form for each place in the summary where scores stand. `test/round-trip.test.ts` does every form. */
export const SHOWN: ReadonlySet<string> = new Set([
  'news2',
  'cfs',
  'efi2',
  'barthel-20',
  'bmi',
  'orthostatic-bp',
  'waterlow',
  'cga',
]);

/** An entry with at least one complete score: an incomplete one leaves nothing to compare. */
export function completeEntry(form: FormDefinition, given: { intent: string; resident: string }): Signed {
  for (let seed = 8; seed < 30; seed++) {
    const finish = finishOperation(form, { ...given, seed });
    if (scoresIn(finish.finished) > 0) return finish;
  }
  throw new Error(`No entry of ${form.id} was complete.`);
}
