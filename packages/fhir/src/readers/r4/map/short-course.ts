import { addDays, spanOf, type PartialDate } from '@ehch/clinical/time';
import type { Dosage } from '../dosage.ts';

/** [P] Days. A short course lasts days or weeks, so after three months nobody reads it as running. */
const AT_MOST = 92;

/** [P] Words for a course that was meant to end soon, although no end is given. */
const SHORT = new RegExp(
  [
    String.raw`\b(?:short|acute|reducing|tapering)[- ](?:course|term)\b`,
    String.raw`\bacute (?:issue|item|medication|medicine|prescription|script)\b`,
    String.raw`\b(?:single|one-off|once-only|once only|one) dose\b|\bone[- ]off\b|\bonce only\b|\bstat\b`,
    String.raw`\b(?:give|take|given) once\b(?! (?:a|an|daily|weekly|monthly|each|every|per|in)\b)`,
    String.raw`\b(?:\d+|three|five|seven|ten|fourteen)[- ]day(?:s['’]?)? course\b|\bone[- ]week course\b`,
    String.raw`\b(?:complete|finish) (?:the |this )?course\b|\bthen stop\b`,
    String.raw`\buntil (?:all |it is |they are )*(?:finished|taken|completed?|used up)\b`,
    String.raw`\bfor (?:a|one) (?:week|fortnight)\b`,
    // "7/7" is seven days and "2/52" two weeks, and "7/7/2024" is a day.
    String.raw`(?<![\d/])\d{1,2}\/(?:7|52)(?![\d/])`,
  ].join('|'),
  'i',
);

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
  const isShort = texts.some((text) => SHORT.test(text ?? '') && !GOES_ON.test(text ?? ''));
  return span === null || isForNeed || !isShort ? null : addDays(span.to, AT_MOST);
}
