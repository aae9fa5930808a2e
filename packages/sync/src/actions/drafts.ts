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
import type { Store } from '@ehch/store';
import { intentsIn } from './enqueue-intent.ts';

/** @throws {EhchError} `bad-argument` for a draft that was signed: a late save must not bring it back as unfinished */
export async function saveDraft(
  store: Store,
  draft: Draft,
  revision: string | null,
  now: Instant,
): Promise<DraftKept | DraftOvertaken> {
  if (signedBefore(draft, await intentsIn(store)) !== null)
    throw new EhchError('bad-argument', 'This assessment was finished. Start a new one.');
  return store.drafts.save(draft, revision, now);
}

export async function loadDraft(store: Store, resident: ResidentId, form: string): Promise<KeptDraft | null> {
  const kept = await store.drafts.load(resident, form);
  return kept !== null && signedBefore(kept.draft, await intentsIn(store)) === null ? kept : null;
}

export async function listDrafts(store: Store, resident: ResidentId): Promise<readonly KeptDraft[]> {
  const intents = await intentsIn(store);
  const kept = await store.drafts.list(resident);
  return kept.filter(({ draft }) => signedBefore(draft, intents) === null);
}
