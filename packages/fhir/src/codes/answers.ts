import { SAYS_ABSENT } from './data-absent-reason.ts';
import { LOINC, SNOMED } from './systems.ts';

/**
 * What a word or a code says as an answer. Each reader folds these for itself: one that must be sure takes only a plain "yes"
 * or "no", and a wary one doubts whatever is not said outright.
 */
export type AnswerClass =
  /** Yes, present. */
  | 'yes'
  /** No, absent: nothing else can be meant. */
  | 'no'
  /** It denies in words or codes that fit some questions alone: "not found", "ruled out". */
  | 'denied'
  /** It gives no answer, and says so: "unknown", "not asked", "not applicable". */
  | 'unknown'
  /** It may be no answer: "not sure if so", "no change since May". What it denies is for a person to read. */
  | 'unsure'
  /** It says something of its own. */
  | 'other';

/** SNOMED CT qualifiers; LOINC answers LL361-7. */
const CODES: ReadonlyMap<string, AnswerClass> = new Map([
  [`${SNOMED}|373066001`, 'yes'], // Yes
  [`${SNOMED}|52101004`, 'yes'], // Present
  [`${LOINC}|LA33-6`, 'yes'], // Yes
  [`${SNOMED}|373067005`, 'no'], // No
  [`${SNOMED}|2667000`, 'no'], // Absent
  [`${SNOMED}|260385009`, 'no'], // Negative
  [`${LOINC}|LA32-8`, 'no'], // No
  [`${SNOMED}|410516002`, 'denied'], // Known absent
  [`${SNOMED}|261665006`, 'unknown'], // Unknown
  [`${SNOMED}|373068000`, 'unsure'], // Undetermined
  [`${LOINC}|LA4489-6`, 'unsure'], // Unknown
]);

/** HL7 tables 0136 and 0532 in their spellings. */
const HL7_YES_NO = /\/(?:v2-0136|v2\/0136|expandedYesNoIndicator|v2-0532)$/;

/** Codes of which it is plain what they mean under almost any system. */
const IN_ANY_SYSTEM: ReadonlyMap<string, AnswerClass> = new Map([
  ...[...CODES].flatMap(([key, said]): [string, AnswerClass][] => {
    const loose = said === 'no' ? 'denied' : said === 'unknown' ? 'unsure' : said;
    return said === 'yes' ? [] : [[key.slice(key.indexOf('|') + 1), loose]];
  }),
  ['no', 'denied'],
  ['N', 'denied'],
  ['NEG', 'denied'],
  ['false', 'denied'],
  ['unknown', 'unsure'],
  ['UNK', 'unsure'],
]);

/** HL7's marks of a result, in which `N` is "normal". */
const MARKS = /(ObservationInterpretation|v2-0078|v2\/0078|observation-interpretation)$/;

export function codedAnswer({
  system = '',
  code = '',
}: {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}): AnswerClass {
  const known = CODES.get(`${system}|${code}`);
  if (known !== undefined) return known;
  if (SAYS_ABSENT.test(system)) return 'unknown';
  if (HL7_YES_NO.test(system) && (code === 'Y' || code === 'N')) return code === 'Y' ? 'yes' : 'no';
  return MARKS.test(system) ? 'other' : (IN_ANY_SYSTEM.get(code) ?? 'other');
}

/** The same in words, where the words are the whole of what is said. The first that fits. [P] */
const WORDS: readonly (readonly [AnswerClass, RegExp])[] = [
  ['yes', /^(yes|y|true|present|positive)$/i],
  ['no', /^(no|n|none|nil|false|absent|negative|not present)$/i],
  ['denied', /^(not|not (found|detected|frail|on oxygen)|denie[sd]|ruled out|refuted|excluded)$/i],
  ['unknown', /^(unknown|not (known|asked|stated|recorded|applicable)|n\/a)$/i],
  [
    'unsure',
    /^(unknown|not known|not sure|unsure|uncertain|undetermined|cannot say|no|none|nil|not|never|denie[sd]|without)\b/i,
  ],
];

/** The tag of a SNOMED CT name. Any other remark in brackets belongs to what is said: "yes (until discharge)". */
const SNOMED_TAG = / \((qualifier value|finding|situation|disorder|observable entity)\)$/i;

/** @param text One line, without spaces around it. */
export function saidAnswer(text: string): AnswerClass {
  const said = text.replace(/\s*[.!]$/, '').replace(SNOMED_TAG, '');
  return WORDS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
}

/** Words that say that no number was measured, in the place of one. [P] */
export const NOT_MEASURED_WORDS =
  /\b(declin\w*|refus\w*|not (done|taken|measured|performed|possible|obtain\w*|record\w*|weighed|assessed|attempted|applicable|known)|unable|unobtainable|unrecordable|could not|cannot|can't|asleep|sleeping|away|hospital|n\/?a|unknown|too (ill|unwell|frail|distressed|agitated))\b/i;

/**
 * The same in the place of a finding in words, where only a whole text that is such a reason is one: "unable to walk" and
 * "nil by mouth, unable to swallow" are the finding. [P]
 */
export const NOT_ASSESSED_WORDS =
  /^\s*(declin\w*|refused?|not (done|taken|measured|performed|possible|obtained|obtainable|recorded|assessed|attempted|applicable|known|asked)|unable to (assess|measure|obtain|record|perform|complete)|(could|can) ?not be (assessed|measured|obtained|recorded|performed|completed)|unobtainable|unrecordable|asleep|sleeping|away|in hospital|n\/?a|unknown)(\s+(today|by (patient|resident)|at present|this time))?\s*[.!]?\s*$/i;
