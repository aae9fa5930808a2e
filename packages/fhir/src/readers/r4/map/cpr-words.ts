import { CPR_ASIDES } from '../../../codes/cpr-asides.ts';
import { CPR_FORM_WORDINGS } from '../../../codes/cpr-form-wordings.ts';
import { CPR_WORDINGS } from '../../../codes/cpr-wordings.ts';

/** What words say about CPR. */
export type CprMeaning =
  /** A decision. */
  | 'attempt'
  | 'do-not-attempt'
  /** About it, and no decision: discussed, withdrawn, pending. */
  | 'undecided'
  /** They name a form about it, and not what it says. */
  | 'form'
  /** They name the matter only. */
  | 'question'
  /** They mention it, and what they say is not known here. */
  | 'unclear';

const ABBREVIATED = /\b[eu]?(?:d\.?n\.?a\.?r|d\.?n\.?r|d\.?n\.?a\.?[\s-]?c\.?p\.?r)s?\b\.?/gi;
const NOT_FOR = /\bn\.?f\.?(?:a\.?)?(c\.?p\.?)?r\b\.?/gi;
/** "Allow natural death". In a sentence it is the word "and". */
const NATURAL_DEATH = /^\s*A\.?N\.?D\.?(?= (?:order|form|status|decision|in place)\b|\s*$)/;

/** The words as the table compares them. */
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
/** [P] Misspelt abbreviations and other words for it are about CPR: they leave a gap, and nobody guesses what they say. */
const MENTION =
  /\b(?:\w*cpr|dnacpr|dn[acpr]{3,6}|nfr|nfcpr|resus\w*|(?:not for|no) defib\w*|(?:full|no) code|code status|natural death|chest compressions?|(?:crash|arrest) call|not for 2222)\b/;
const BETWEEN_PARTS = /\s+[-–—]\s+|[:;,.()\n]+/;
/** A box may be ticked or not, and which cannot be told from its text. */
const BOX = /[[\]☐☑☒✓✔✗✘×]/;

/** What a text says about CPR: `null` when it is not about it. A part that nobody knows makes the whole unclear. */
export function cprMeaning(text: string | null | undefined): CprMeaning | null {
  const said = text ?? '';
  if (!MENTION.test(plainCpr(said))) return null;
  const meaning = BOX.test(said) ? 'unclear' : partsMeaning(said);
  if (meaning === 'not-about') return null;
  // "DNACPR?" and "For CPR?" ask.
  return said.includes('?') && meaning !== 'unclear' && meaning !== 'form' ? 'question' : meaning;
}

/** "No. CPR to be attempted" is two parts: read as one it would say the opposite. */
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
