import { addDays, spanOf, type PartialDate } from '@ehch/clinical/time';
import type { Dosage } from '../dosage.ts';

/** [P] Days. A short course lasts days or weeks, so after three months nobody reads it as running. */
const AT_MOST = 92;

/** [P] Words for a course that was meant to end soon, although no end is given. */
const SHORT =
  /\b(?:short|acute|reducing|tapering)[- ](?:course|term)\b|\bacute (?:issue|item|medication|medicine|prescription|script)\b|\b(?:single|one-off|stat|once-only|once only) dose\b|\bone[- ]off\b|\bonce only\b|\b(?:\d+|three|five|seven|ten|fourteen)[- ]day(?:s['’]?)? course\b|\bone[- ]week course\b/i;

/** [P] Words for a course that comes again, or that is kept until somebody needs it. */
const GOES_ON =
  /\bnot an? |\b(?:repeat\w*|again|long[- ]term|rescue|stand-?by|prn|if|(?:each|every|a|per) (?:month|year|winter)|every \d+ (?:weeks?|months?))\b|\b(?:as|when|where) (?:needed|required|necessary)\b/i;

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
  const isShort = texts.some((text) => SHORT.test(text ?? '') && !GOES_ON.test(text ?? ''));
  return span === null || isForNeed || !isShort ? null : addDays(span.to, AT_MOST);
}
