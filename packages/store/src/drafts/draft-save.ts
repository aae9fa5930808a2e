import type { DraftOvertaken, KeptDraft } from '@ehch/clinical';

/**
 * What stops a draft from being saved over `revision`: the draft that another window kept meanwhile. Where no draft is
 * kept, nothing can be overwritten, and what a person entered must not be lost.
 */
export function overtakenBy(kept: KeptDraft | null, revision: string | null): DraftOvertaken | null {
  return kept !== null && kept.revision !== revision ? { where: 'overtaken', by: kept } : null;
}
