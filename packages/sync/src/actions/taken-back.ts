import type { CareIntent, KeptDraft, TakenBackBefore } from '@ehch/clinical';
import type { ActionsContext } from './actions-context.ts';
import { takenIntentIn } from './intents-in.ts';

type Known = Pick<ActionsContext, 'store' | 'receiptOf'>;

/**
 * What became of the taking back of a draft's signature, until the server has it (session SPEC F5). `null`: the draft was not
 * signed before, or its signature is gone.
 */
async function takenBackOf({ store, receiptOf }: Known, draft: string): Promise<TakenBackBefore | null> {
  const undone = (await store.outbox.entries()).flatMap(({ operation }) => {
    const about = takenIntentIn(operation?.about ?? null);
    return about?.what.kind === 'withdraw-assessment' && about.what.draft.id === draft ? [about.id] : [];
  });
  const intent = undone.at(-1);
  if (intent === undefined) return null;
  const receipt = await receiptOf(intent);
  return receipt === null || receipt.state === 'sent' ? null : { intent, receipt };
}

/** The same draft, with what became of the taking back of its signature. */
export async function withTakenBack(known: Known, kept: KeptDraft): Promise<KeptDraft> {
  const takenBack = await takenBackOf(known, kept.draft.id);
  return takenBack === null ? kept : { ...kept, takenBack };
}

/** Why a signature is not taken: the one before it still stands. `null`: none stands. */
export async function whyStillSigned(known: Known, { what }: CareIntent): Promise<string | null> {
  if (what.kind !== 'finish-assessment') return null;
  const before = await takenBackOf(known, what.assessment.draft.id);
  return before?.receipt.state === 'refused'
    ? `What was signed before still stands, because undoing it was refused: ${before.receipt.why} Settle that first.`
    : null;
}
