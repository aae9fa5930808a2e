import { SAYS_ABSENT } from './data-absent-reason.ts';
import { LOINC, SNOMED } from './systems.ts';

/**
 * How a word or a code answers a question. Each reader groups these classes for itself. A strict reader takes
 * only a plain "yes" or "no"; a wary one doubts whatever is not stated outright.
 */
export type AnswerClass =
  /** The finding is present. */
  | 'yes'
  /** The finding is absent, and nothing else can be meant. */
  | 'no'
  /** A denial in words or codes that only fit some questions: "not found", "ruled out". */
  | 'denied'
  /** A statement that there is no answer: "unknown", "not asked", "not applicable". */
  | 'unknown'
  /**
   * Words that may be no answer: "not sure if so", "no change since May". A person must read what they deny.
   */
  | 'unsure'
  /** Words or a code with a meaning of their own. */
  | 'other';

/** SNOMED CT qualifier values, and the LOINC answer list LL361-7, each with its words. */
const CODES: ReadonlyMap<string, readonly [AnswerClass, string]> = new Map([
  [`${SNOMED}|373066001`, ['yes', 'yes']],
  [`${SNOMED}|52101004`, ['yes', 'present']],
  [`${LOINC}|LA33-6`, ['yes', 'yes']],
  [`${SNOMED}|373067005`, ['no', 'no']],
  [`${SNOMED}|2667000`, ['no', 'absent']],
  [`${SNOMED}|260385009`, ['no', 'negative']],
  [`${LOINC}|LA32-8`, ['no', 'no']],
  [`${SNOMED}|410516002`, ['denied', 'known absent']],
  [`${SNOMED}|261665006`, ['unknown', 'unknown']],
  [`${SNOMED}|373068000`, ['unsure', 'undetermined']],
  [`${LOINC}|LA4489-6`, ['unsure', 'unknown']],
]);

interface Coded {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/** An answer's code in words. `null`: it is none of these. */
export function answerInWords({ system = '', code = '' }: Coded): string | null {
  return CODES.get(`${system}|${code}`)?.[1] ?? null;
}

/** HL7 tables 0136 and 0532, in each spelling of their addresses. */
const HL7_YES_NO = /\/(?:v2-0136|v2\/0136|expandedYesNoIndicator|v2-0532)$/;

/**
 * Codes whose meaning is clear under almost any system. Outside its own system "no" is only a denial, never a
 * plain no.
 */
const IN_ANY_SYSTEM: ReadonlyMap<string, AnswerClass> = new Map([
  ...[...CODES].flatMap(([key, [said]]): [string, AnswerClass][] => {
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

/** HL7 systems for marks on a result, where `N` means "normal". */
const MARKS = /(ObservationInterpretation|v2-0078|v2\/0078|observation-interpretation)$/;

/** How a coding answers a question. */
export function codedAnswer({ system = '', code = '' }: Coded): AnswerClass {
  const known = CODES.get(`${system}|${code}`);
  if (known !== undefined) return known[0];
  if (SAYS_ABSENT.test(system)) return 'unknown';
  if (HL7_YES_NO.test(system) && (code === 'Y' || code === 'N')) return code === 'Y' ? 'yes' : 'no';
  return MARKS.test(system) ? 'other' : (IN_ANY_SYSTEM.get(code) ?? 'other');
}

/** [P] Answers in words, where the words are the whole statement. The first pattern that fits decides. */
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

/**
 * The semantic tag of a SNOMED CT name. Any other remark in brackets is part of the statement: "yes (until
 * discharge)".
 */
const SNOMED_TAG = / \((qualifier value|finding|situation|disorder|observable entity)\)$/i;

/**
 * How a text answers a question.
 * @param text one line, without spaces around it
 */
export function saidAnswer(text: string): AnswerClass {
  const said = text.replace(/\s*[.!]$/, '').replace(SNOMED_TAG, '');
  return WORDS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
}

/** [P] Words in place of a number that say that nothing was measured. */
export const NOT_MEASURED_WORDS =
  /\b(declin\w*|refus\w*|not (done|taken|measured|performed|possible|obtain\w*|record\w*|weighed|assessed|attempted|applicable|known)|unable|unobtainable|unrecordable|could not|cannot|can't|asleep|sleeping|away|hospital|n\/?a|unknown|too (ill|unwell|frail|distressed|agitated))\b/i;

/**
 * [P] The same in place of a finding in words. Only a whole text counts as a reason here, because "unable to
 * walk" and "nil by mouth, unable to swallow" are findings.
 */
export const NOT_ASSESSED_WORDS =
  /^\s*(declin\w*|refused?|not (done|taken|measured|performed|possible|obtained|obtainable|recorded|assessed|attempted|applicable|known|asked)|unable to (assess|measure|obtain|record|perform|complete)|(could|can) ?not be (assessed|measured|obtained|recorded|performed|completed)|unobtainable|unrecordable|asleep|sleeping|away|in hospital|n\/?a|unknown)(\s+(today|by (patient|resident)|at present|this time))?\s*[.!]?\s*$/i;
