import { CPR_ASIDES } from '../../../codes/cpr-asides.ts';
import { CPR_FORM_WORDINGS } from '../../../codes/cpr-form-wordings.ts';
import { CPR_WORDINGS } from '../../../codes/cpr-wordings.ts';

/** What words say about CPR. */
export type CprMeaning =
  /** A decision. */
  | 'attempt'
  | 'do-not-attempt'
  /** About CPR without a decision: discussed, withdrawn, pending. */
  | 'undecided'
  /** The name of a form about CPR, without its content. */
  | 'form'
  /** The name of the subject only. */
  | 'question'
  /** A mention of CPR whose meaning is not known here. */
  | 'unclear';

/** DNACPR, DNAR and DNR in their spellings, with or without points. */
const ABBREVIATED = /\b[eu]?(?:d\.?n\.?a\.?r|d\.?n\.?r|d\.?n\.?a\.?[\s-]?c\.?p\.?r)s?\b\.?/gi;
/** "NFR" and "NFCPR": not for resuscitation. */
const NOT_FOR = /\bn\.?f\.?(?:a\.?)?(c\.?p\.?)?r\b\.?/gi;
/** "Allow natural death". Within a sentence, "and" is the conjunction. */
const NATURAL_DEATH = /^\s*A\.?N\.?D\.?(?= (?:order|form|status|decision|in place)\b|\s*$)/;

/**
 * The words in the form in which the table compares them. "AND" is read before the change to lower case, in which it
 * would be the conjunction.
 */
export function plainCpr(text: string): string {
  return text
    .normalize('NFKC')
    .replace(NATURAL_DEATH, 'allow natural death')
    .toLowerCase()
    .replaceAll(/['’`]/g, '')
    .replaceAll(/\bcardio[\s-]*pulmonary resuscitation\b|\bcardiopulm\w* resus\w*\b/g, 'cpr')
    .replaceAll(ABBREVIATED, 'dnacpr ')
    .replaceAll(NOT_FOR, (_, cpr) => (cpr === undefined ? 'nfr ' : 'nfcpr '))
    .replaceAll(/\bc\.\s?p\.\s?r\b\.?/g, 'cpr')
    .replaceAll(/\b(?:resuscitation|resus)\b/g, 'cpr')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(?:do not|dont) (?:attempt (?:a )?cpr|resuscitate)\b/g, 'dnacpr')
    .trim();
}

const TABLE: ReadonlyMap<string, CprMeaning | 'not-about'> = new Map(
  Object.entries({ ...CPR_WORDINGS, form: CPR_FORM_WORDINGS }).flatMap(([meaning, wordings]) =>
    wordings.map((wording) => [plainCpr(wording), meaning as CprMeaning | 'not-about'] as const),
  ),
);
const ASIDES = new Set(CPR_ASIDES.map(plainCpr));
/**
 * [P] Misspelt abbreviations and other words for CPR. They leave a gap, because nobody may guess what they
 * say.
 */
const MENTION =
  /\b(?:\w*cpr|dnacpr|dn[acpr]{3,6}|nfr|nfcpr|resus\w*|(?:not for|no) defib\w*|(?:full|no) code|code status|natural death|chest compressions?|(?:crash|arrest) call|not for 2222|not for r(?! [a-z]\b))\b/;
/** Where one part of a text ends and the next begins. */
const BETWEEN_PARTS = /\s+[-–—]\s+|[:;,.()\n]+/;
/** A box may be ticked or not, which its text does not show. */
const BOX = /[[\]☐☑☒✓✔✗✘×]/;

/** What a text says about CPR. `null`: it is not about CPR. One unknown part makes the whole unclear. */
export function cprMeaning(text: string | null | undefined): CprMeaning | null {
  const said = text ?? '';
  if (!MENTION.test(plainCpr(said))) return null;
  const meaning = BOX.test(said) ? 'unclear' : partsMeaning(said);
  if (meaning === 'not-about') return null;
  // "DNACPR?" and "For CPR?" are questions.
  return said.includes('?') && meaning !== 'unclear' && meaning !== 'form' ? 'question' : meaning;
}

/**
 * What the parts of a text say together. "No. CPR to be attempted" has two parts: as one, it would say the
 * opposite.
 */
function partsMeaning(text: string): CprMeaning | 'not-about' {
  const parts = text
    .replace(NATURAL_DEATH, 'Allow natural death')
    .replaceAll(ABBREVIATED, 'DNACPR ')
    .replaceAll(NOT_FOR, (abbreviation) => abbreviation.replaceAll('.', ''))
    .split(BETWEEN_PARTS)
    .map((part) => plainCpr(part))
    .filter((part) => part !== '' && !ASIDES.has(part));
  const found = new Set(parts.map((part) => TABLE.get(part) ?? 'unclear'));
  if (found.size > 1) found.delete('question');
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'unclear';
}
