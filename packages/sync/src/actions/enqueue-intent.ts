import { EhchError, type CareIntent, type Receipt } from '@ehch/clinical';
import { draftOf, takeIntent } from '@ehch/clinical/session';
import { reportCaught } from '@ehch/clinical/diagnostics';
import type { Instant } from '@ehch/clinical/time';
import { taskMirror } from '@ehch/fhir/writers';
import type { Operation } from '@ehch/store';
import { checkResidentId } from '../resident-id.ts';
import type { ActionsContext } from './actions-context.ts';
import { intentsIn } from './intents-in.ts';
import { whyStillSigned } from './taken-back.ts';

/** The lock under which intents of one database are kept, one after the other. */
export const enqueueLock = (database: string): string => `ehch-enqueue:${database}`;

/**
 * Keeps what a person pressed: the operation first, then what follows for its draft. The receipt is true when it
 * settles.
 *
 * @throws {EhchError} `not-kept` if this device could not keep it: the form must stay open. `bad-argument` for a resident
 *   who is named by a reference, and not by an id
 */
export async function enqueueIntent(
  context: ActionsContext,
  intent: CareIntent,
  now: Instant,
): Promise<Receipt> {
  checkResidentId(intent.resident);
  const { store, drafts, locks, database } = context;
  // Before the lock: a slow server must not hold up another press.
  const recalled = await context.recall(intent);
  // Two windows may sign the same form in one moment. Each must see what the other has kept.
  return locks.exclusive(enqueueLock(database), async () => {
    const draft = draftOf(intent);
    const kept = draft === null ? null : await drafts.load(draft.resident, draft.form.id);
    const taken = takeIntent(intent, { intents: await intentsIn(store), kept });
    if (taken.state === 'refused') return { state: 'refused', at: now, why: taken.why };
    if (taken.state === 'taken') {
      const why = (await whyStillSigned(context, intent)) ?? (await context.whyNotTaken?.(intent)) ?? null;
      if (why !== null) return { state: 'refused', at: now, why };
      const operation = await context.operationOf(intent, recalled, now);
      await store.outbox.enqueue(operation);
      await keepMirror(context, intent, operation);
      // A crash between the two leaves a draft that was signed. `loadDraft` does not offer it.
      if (draft !== null && taken.draft === 'goes')
        await drafts.remove({ resident: draft.resident, form: draft.form.id, id: draft.id });
      if (draft !== null && taken.draft === 'comes-back') await drafts.save(draft, null, now);
      context.onEnqueued();
    }
    await context.settleHere();
    const receipt = await context.receiptOf(intent.id);
    if (receipt === null)
      throw new EhchError('not-kept', 'This device did not keep it. Leave the form open, and try again.');
    return receipt;
  });
}

/** What the press means for the Task of its thread. A press that is kept stays kept without it: the next one moves the Task on. */
async function keepMirror(
  { store }: ActionsContext,
  intent: CareIntent,
  operation: Operation,
): Promise<void> {
  try {
    const mirror = taskMirror(intent, operation);
    if (mirror !== null) await store.outbox.enqueue(mirror);
  } catch (error) {
    reportCaught(error, 'sync/mirror');
  }
}
