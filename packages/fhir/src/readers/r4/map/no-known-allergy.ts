import type { Allergy } from '@ehch/clinical';
import { NO_KNOWN_ALLERGY, type NoneScope } from '../../../codes/negations.ts';
import { codesIn, conceptWords, type ConceptLike } from '../../../coding.ts';
import type { RecordedNone } from './none-recorded.ts';

/** A statement that there is none, with how far it reaches. */
export interface ScopedNone extends RecordedNone {
  readonly scope: NoneScope;
}

/** How far a coded "no known …" reaches. */
export function codedScope(code: ConceptLike | undefined): NoneScope | null {
  return NO_KNOWN_ALLERGY.find(({ system, code: id }) => codesIn(code, system).includes(id))?.scope ?? null;
}

/** [P] The whole of a free text that means none: "no known (drug) allergies", "no allergies known", nil, none, NKA, NKDA. */
const SAID_NONE =
  /^(?:(?:no|nil) known (?:(drug|medic\w+)|(food)|(environmental))? ?allerg(?:y|ies)|no allergies known|nil|none|nka|(nkda))\.?$/i;

/**
 * How far a "no known …" reaches; `null` for anything else. Words count only as the whole text: "no known allergy" must
 * never be listed as something she is allergic to.
 */
export function noneScope(code: ConceptLike | undefined): NoneScope | null {
  const said = SAID_NONE.exec(conceptWords(code, new Set()) ?? '');
  const coded = codedScope(code);
  if (coded !== null || said === null) return coded;
  return (said[1] ?? said[4]) ? 'drug' : said[2] ? 'food' : said[3] ? 'other' : 'all';
}

/**
 * What a concept is coded as beside "none": then one of the two is wrong, and nobody here can tell which. `null` where
 * every coding says none, or nothing.
 */
export function substanceBeside(code: ConceptLike | undefined): ConceptLike | null {
  const coding = (code?.coding ?? []).filter((one) => {
    const alone = { coding: [one] };
    return conceptWords(alone, new Set()) !== null && noneScope(alone) === null;
  });
  return coding.length === 0 ? null : { coding };
}

const CATEGORIES: { readonly [category: string]: NoneScope } = {
  medication: 'drug',
  biologic: 'drug',
  food: 'food',
  environment: 'other',
};

/** Whether "none known" of this reach denies the allergy. An allergy without a category may be of any. */
export function contradicts(scope: NoneScope, { category }: Allergy): boolean {
  return scope === 'all' || category.length === 0 || category.some((one) => CATEGORIES[one] === scope);
}
