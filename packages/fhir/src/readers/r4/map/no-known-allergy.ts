import type { Allergy } from '@ehch/clinical';
import { NO_KNOWN_ALLERGY, type NoneScope } from '../../../codes/negations.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import type { RecordedNone } from './none-recorded.ts';

/** A statement that there is none, with how far it reaches. */
export interface ScopedNone extends RecordedNone {
  readonly scope: NoneScope;
}

/**
 * How far a "no known …" reaches; `null` for anything else. Words count only where no code speaks, and only as the whole
 * text: "no known allergy" must never be listed as something she is allergic to. [P]
 */
export function noneScope(code: ConceptLike | undefined): NoneScope | null {
  for (const { system, code: id, scope } of NO_KNOWN_ALLERGY) {
    if (codesIn(code, system).includes(id)) return scope;
  }
  const text = conceptWords(code, new Set()) ?? '';
  const said =
    /^(?:no|nil) known (drug |medication |medicine |food |environmental )?allerg(?:y|ies)\.?$/i.exec(text);
  if (said === null) return /^nkd?a$/i.test(text) ? (text.length === 4 ? 'medication' : 'all') : null;
  const about = said[1]?.trim().toLowerCase();
  if (about === undefined) return 'all';
  return about === 'food' ? 'food' : about === 'environmental' ? 'environment' : 'medication';
}

/** Whether "none known" of this reach denies the allergy. An allergy without a category may be of any. */
export function contradicts(scope: NoneScope, allergy: Allergy): boolean {
  if (scope === 'all' || allergy.category.length === 0) return true;
  return allergy.category.some(
    (category) => category === scope || (scope === 'medication' && category === 'biologic'),
  );
}
