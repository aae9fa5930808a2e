import type { Caution } from '@ehch/clinical';
import { precisionOf, type PartialDate } from '@ehch/clinical/time';
import { cautionWhenPast } from '../fact.ts';
import type { PatientRecord } from '../record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The forms in which people write a date here: "1st May 2024", "May 2024", "01/05/24", "05/2024". */
const WORDED = new RegExp(
  String.raw`(?:\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?\b(${MONTHS.join('|')})[a-z]*[ ,-]+(\d{4})`,
  'gi',
);
const NUMBERED = /(?<![\d/-])(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4}|(?<=[/.-]\d+[/.-])\d{2})(?![\d/-])/g;

/** [P] Words before the day on which something ends. */
const ENDS = new RegExp(
  String.raw`\b(?:until|till|up to|stop(?:s|ped)?(?: (?:it|this|taking|giving))?(?: on| by| after)?|end(?:s|ed|ing)?(?: on)?|finish(?:es|ed)?(?: on)?|expire[sd]?(?: on)?|expiry(?: date)?|last (?:dose|day)(?: on)?|(?:end|stop) date|valid to|from \S{1,10} (?:\S+ ){0,2}(?:to|-))[ :]+(?:the |end of |(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )?(\d{4}-\d{2}(?:-\d{2})?)(?![\d/-])`,
  'i',
);

/** [P] Words with which the day may begin something, or end only a part of it. */
const NOT_ITS_END =
  /\b(?:(?:do|does|did|is|are|was|to be) not|don['’]?t|not (?:to|be|before|start\w*|due|needed|yet|valid|in force)|next (?:due|dose|injection)|never|hold|held|withh\w*|omit\w*|paus\w*|suspend\w*|defer\w*|delay\w*|wait\w*|then|thereafter|afterwards|after that|followed|if|unless|repeat\w*|supply|supplies|script|prescription|in hospital|lived|worked)\b/i;

/** The day on which something ends by its own words. `null`: they name none, or the day may be of something else. */
export function endInWords(text: string | null | undefined): PartialDate | null {
  for (const clause of (text ?? '').split(/\n|;|\.(?!\d)/)) {
    const [, date = ''] = NOT_ITS_END.test(clause) ? [] : (ENDS.exec(inIso(clause)) ?? []);
    if (precisionOf(date) !== null) return date;
  }
  return null;
}

/** Adds the caution to what is over by its own words. */
export function cautionWhenOverInWords(
  texts: readonly (string | null | undefined)[],
  record: PatientRecord,
  cautions: Set<Caution>,
): void {
  for (const text of texts) cautionWhenPast(endInWords(text), record, cautions);
}

/** The words with each date in the form of machines. The day comes before the month. */
function inIso(text: string): string {
  return text
    .replaceAll(WORDED, (_, day: string | undefined, month: string, year: string) =>
      dateOf(year, String(MONTHS.indexOf(month.toLowerCase()) + 1), day),
    )
    .replaceAll(NUMBERED, (_, day: string | undefined, month: string, year: string) =>
      dateOf(year.padStart(4, '20'), month, day),
    );
}

function dateOf(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}
