import {
  EhchError,
  type DraftKept,
  type DraftOvertaken,
  type KeptDraft,
  type ResidentId,
} from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import { signedBefore } from '@ehch/clinical/session';
import type { Instant } from '@ehch/clinical/time';
import type { ActionsContext } from './actions-context.ts';
import { intentsIn } from './intents-in.ts';
import { withTakenBack } from './taken-back.ts';

type Kept = Pick<ActionsContext, 'store' | 'drafts' | 'receiptOf'>;

/** @throws {EhchError} `bad-argument` for a draft that was signed: a late save must not bring it back as unfinished */
export async function saveDraft(
  { store, drafts }: Pick<Kept, 'store' | 'drafts'>,
  draft: Draft,
  revision: string | null,
  now: Instant,
): Promise<DraftKept | DraftOvertaken> {
  if (signedBefore(draft, await intentsIn(store)) !== null)
    throw new EhchError('bad-argument', 'This assessment was finished. Start a new one.');
  return drafts.save(draft, revision, now);
}

export async function loadDraft(
  context: Kept,
  resident: ResidentId,
  form: string,
): Promise<KeptDraft | null> {
  const { store, drafts } = context;
  const kept = await drafts.load(resident, form);
  if (kept === null || signedBefore(kept.draft, await intentsIn(store)) !== null) return null;
  return withTakenBack(context, kept);
}

export async function listDrafts(
  { store, drafts }: Pick<Kept, 'store' | 'drafts'>,
  resident: ResidentId,
): Promise<readonly KeptDraft[]> {
  const intents = await intentsIn(store);
  const kept = await drafts.list(resident);
  return kept.filter(({ draft }) => signedBefore(draft, intents) === null);
}
