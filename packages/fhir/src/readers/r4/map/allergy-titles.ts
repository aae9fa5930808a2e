import { namesOf, type ConceptLike } from '../../../coding.ts';
import { joined } from '../../../text.ts';
import { answerIn, type AnsweredValue } from './answered.ts';
import { saidValue } from './cpr-reading.ts';
import { wordsSay } from './none-said.ts';

/** Words that deny an allergy, or speak of somebody else's. */
export const DENIED =
  /\b(?:no|not|none|nil|never|nka\w*|nkda|denies|denied|without|unknown|excluded|ruled out|resolved|family history|fh|father|mother|sister|brother|son|daughter|risk of)\b/i;

/** [P] Titles of observations whose value is an allergen: "Allergies: penicillin". */
const ALLERGY_TITLE =
  /^(?:(?:any|known|drug|food|medication|other|does \w+ have) )*(?:allerg(?:y|ies)|allergens?)(?: (?:to|list|status))?\W*$/i;

/** The value says where to look, or only that somebody checked. "Yes: penicillin" names it. */
const SEE = /^\W*(?:see|refer|as per)\b|^\W*(?:(?:checked|reviewed|confirmed|yes|known)\W*)+$/i;

/** A value under a title: an observation, one of its components, or an answer of a form. */
export type Statement = AnsweredValue & { readonly code?: ConceptLike | undefined };

/**
 * The title of a statement whose value names an allergen. `null`: it is none, or the value denies an allergy.
 */
export function titleOf(statement: Statement): string | null {
  const title = namesOf(statement.code).find((text) => ALLERGY_TITLE.test(text));
  const said = saidValue(statement);
  if (title === undefined || said === null || answerIn(statement) !== 'other' || SEE.test(said)) return null;
  return wordsSay('allergies', said) !== null || DENIED.test(said.split(/[,;.]/)[0] ?? '') ? null : title;
}

/** The title and the value of a statement that denies allergies: "Allergies: nil known", "Any allergies? No". */
export function deniedUnder(statement: Statement): string | null {
  const title = namesOf(statement.code).find((text) => ALLERGY_TITLE.test(text));
  const said = saidValue(statement);
  if (title === undefined || said === null) return null;
  return answerIn(statement) === 'no' || isNone(wordsSay('allergies', said)) ? underTitle(title, said) : null;
}

/** A title with its value: "Any known allergies: no". */
export function underTitle(title: string, said: string | null): string {
  return joined([title.replace(/[\s:?]+$/, ''), said], ': ') ?? title;
}

// "Unknown" is not "none".
export function isNone(said: ReturnType<typeof wordsSay>): boolean {
  return said !== null && said !== 'unknown';
}

/** An allergy that no list of allergies names, with its place. */
export function allergenNamed(substance: string, where: string) {
  return {
    substance,
    kind: 'unknown',
    category: [],
    criticality: null,
    reactions: [],
    status: 'active',
    lastReaction: null,
    details: [where],
  } as const;
}
