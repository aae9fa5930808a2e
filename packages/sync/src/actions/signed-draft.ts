import type { Draft } from '@ehch/clinical/form';
import { signedBefore } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import type { ActionsContext } from './actions-context.ts';
import { intentsIn, takenIntentIn } from './intents-in.ts';

/**
 * Gives up the signature of an assessment, and not what was typed: before the entry goes, its answers become a draft again. A
 * crash in between leaves a draft that counts as signed, and is not offered. A draft that was begun meanwhile stays; the log
 * has the answers then.
 *
 * @param discard gives the entry up; if it rejects, nothing has changed
 */
export async function givingUpSignature(
  { store, drafts }: Pick<ActionsContext, 'store' | 'drafts'>,
  intent: string,
  now: Instant,
  discard: () => Promise<void>,
): Promise<void> {
  const draft = await signedIn(store, intent);
  if (draft !== null && (await drafts.load(draft.resident, draft.form.id)) === null)
    await drafts.save(draft, null, now);
  await discard();
}

/** The draft behind an assessment that waits, and that nobody has taken back. `null`: it is none. */
async function signedIn(store: ActionsContext['store'], intent: string): Promise<Draft | null> {
  const entry = (await store.outbox.entries()).find((each) => each.intent === intent);
  const about = takenIntentIn(entry?.operation?.about ?? null);
  if (about?.what.kind !== 'finish-assessment') return null;
  const { draft } = about.what.assessment;
  return signedBefore(draft, await intentsIn(store)) === null ? null : draft;
}
