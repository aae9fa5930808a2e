import type { Caution } from '@ehch/clinical';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { holdsWords } from '../../../said-already.ts';
import { joined, words } from '../../../text.ts';

/** Words of a code's display that name nothing: SNOMED CT tags, and "allergy to" before a substance. */
const FILLERS =
  /\((disorder|finding|situation|event|procedure|substance|product|regime\/therapy|observable entity|record artifact|qualifier value)\)|\b(known )?(drug )?(allergy|hypersensitivity|adverse reaction) to\b/gi;

/** "No dementia" contains every word of "dementia", and says the opposite. */
const NEGATED = /\b(no|not|never|nil|without|denies|negative|excluded|ruled out)\b/i;

/**
 * The displays of a concept that say more than its text, or something else: "coded as “MRSA carrier”" beside
 * "infection". Nobody here knows which is right, so both are shown.
 */
export function codedAs(text: string, concept: ConceptLike | undefined): readonly string[] {
  const displays = (concept?.coding ?? []).flatMap(({ display }) => words(display) ?? []);
  const more = displays.filter(
    (display) =>
      // Most displays are the same as the text.
      display !== text &&
      (NEGATED.test(display) !== NEGATED.test(text) || !holdsWords(text, display.replaceAll(FILLERS, ' '))),
  );
  return [...new Set(more)].map((display) => `coded as “${display}”`);
}

/** The same as details of a fact, together with other details. Empty where there are none. */
export function codedDetails(
  text: string,
  concept: ConceptLike | undefined,
  others: readonly string[] = [],
): { readonly details?: readonly string[] } {
  const details = [...codedAs(text, concept), ...others];
  return details.length === 0 ? {} : { details };
}

/** A concept with its other codings: "foot (coded as “left foot”)". */
export function wordsAndCodes(concept: ConceptLike | undefined, cautions: Set<Caution>): string | null {
  const said = conceptWords(concept, cautions);
  const coded = said === null ? null : joined(codedAs(said, concept), ', ');
  return coded === null ? said : `${said} (${coded})`;
}
