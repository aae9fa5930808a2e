import { formatDate } from '@ehch/clinical/display';
import { addDays, spanOf, type PartialDate } from '@ehch/clinical/time';
import type { Dosage } from '../dosage.ts';

/** [P] Days. A short course lasts days or weeks, so after three months nobody reads it as running. */
const AT_MOST = 92;

/** [P] Words for a course that was meant to end soon, although no end is given. */
const SHORT = new RegExp(
  [
    String.raw`\b(?:short|acute|reducing|tapering)[- ](?:course|term)\b`,
    String.raw`\bacute (?:issue|item|medication|medicine|prescription|script)\b`,
    String.raw`\bone[- ]off\b|\bstat\b`,
    String.raw`\b(?:\d+|three|five|seven|ten|fourteen)[- ]day(?:s['’]?)? course\b|\bone[- ]week course\b`,
    String.raw`\b(?:complete|finish) (?:the |this )?course\b|\bthen stop\b`,
    String.raw`\buntil (?:all |it is |they are )*(?:finished|taken|completed?|used up)\b`,
    String.raw`\bfor (?:a|one) (?:week|fortnight)\b`,
    // "7/7" is seven days and "2/52" two weeks, "7/7/2024" is a day, and "24/7" is always.
    String.raw`(?<![\d/])(?!24\/7)\d{1,2}\/(?:7|52)(?![\d/])`,
  ].join('|'),
  'i',
);

/** [P] Medicines against infection that are mostly given for days, by the ends of their generic names. */
const FOR_DAYS_MOSTLY =
  /\b(?:\w+(?:cillin|mycin|micin|floxacin|cycline)|cef\w+|co-(?:amoxiclav|fluampicil|trimoxazole)|trimethoprim|nitrofurantoin|fosfomycin|metronidazole|linezolid)\b/i;

/** [P] Words for a medicine against infection that is meant to go on. */
const PREVENTS =
  /\b(?:prophyla\w*|prevent\w*|maintenance|life-?long|indefinite\w*|continu\w*|spleen\w*|\w*splen\w*|acne|rosacea)\b/i;

/**
 * [P] Words for one dose, unless the same text says how often it is given: "ONE DOSE TO BE INHALED TWICE A DAY". In a
 * "single dose vial" they are about what it comes in.
 */
const ONE_DOSE =
  /\b(?:single|once-only|one) dose\b(?! (?:unit|vial|container|inhaler|sachet|ampoule|pen|syringe))|\bonce only\b|\b(?:give|take|given) once\b/i;
const HOW_OFTEN =
  /\b(?:daily|nightly|weekly|fortnightly|monthly|twice|times|each|every|per|an? (?:day|week|month)|(?:in the )?(?:mornings?|evenings?)|at night|before bed|bedtime|with (?:breakfast|lunch|food|meals?)|(?:mon|tues|wednes|thurs|fri|satur|sun)days|mane|nocte|o[dmn]|b\.?d|t\.?d\.?s|q\.?d\.?s)\b/i;

/** [P] Words for a course that comes again, that goes on, or that is kept until somebody needs it. */
const GOES_ON =
  /\bnot an? |\bthen (?!stop)|\b(?:repeat\w*|again|long[- ]term|rescue|stand-?by|prn|if|(?:each|every|a|per) (?:month|year|winter)|every \d+ (?:weeks?|months?))\b|\b(?:as|when|where) (?:needed|required|necessary)\b/i;

/**
 * The last day of a short course without an end, by the longest reading. `null`: its words name no short course, or
 * nobody knows when it began.
 */
export function shortCourseEnd(
  begun: PartialDate | null,
  texts: readonly (string | null | undefined)[],
  dosage: readonly Dosage[],
): PartialDate | null {
  const span = spanOf(begun);
  const isForNeed = dosage.some(
    ({ asNeededBoolean, asNeededCodeableConcept }) =>
      asNeededBoolean === true || asNeededCodeableConcept !== undefined,
  );
  return span === null || isForNeed || !texts.some((text) => isShort(text ?? ''))
    ? null
    : addDays(span.to, AT_MOST);
}

/**
 * What to ask of a medicine that is mostly given for days, began long ago and has no length. [P] It may be taken to
 * prevent infections, so nobody here calls it over. `null`: nothing.
 */
export function longOpenWords(
  begun: PartialDate | null,
  today: string,
  name: string,
  texts: readonly (string | null | undefined)[],
): string | null {
  const span = spanOf(begun);
  if (begun === null || span === null || addDays(span.to, AT_MOST) >= today) return null;
  const goesOn = [name, ...texts].some((text) => GOES_ON.test(text ?? '') || PREVENTS.test(text ?? ''));
  return FOR_DAYS_MOSTLY.test(name) && !goesOn
    ? `in the record since ${formatDate(begun)}: check whether it is still taken`
    : null;
}

function isShort(text: string): boolean {
  return (SHORT.test(text) || (ONE_DOSE.test(text) && !HOW_OFTEN.test(text))) && !GOES_ON.test(text);
}
