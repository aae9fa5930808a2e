import type { DraftKept, DraftOvertaken, KeptDraft, ResidentId } from '@ehch/clinical';
import type { Draft } from '@ehch/clinical/form';
import type { Instant } from '@ehch/clinical/time';

/** Private drafts of forms, sealed. One for each resident, form and home. They never leave this device by themselves. */
export interface DraftStore {
  /** Saves over `revision`. If another version is there, nothing is kept and that version comes back. */
  save(draft: Draft, revision: string | null, at: Instant): Promise<DraftKept | DraftOvertaken>;
  load(resident: ResidentId, form: string): Promise<KeptDraft | null>;
  list(resident: ResidentId): Promise<readonly KeptDraft[]>;
  /** Removes a draft, in the transaction that keeps its signed assessment or after it. */
  remove(draft: { readonly resident: ResidentId; readonly form: string; readonly id: string }): Promise<void>;
}
