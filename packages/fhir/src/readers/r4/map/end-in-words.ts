import type { Caution } from '@ehch/clinical';
import { precisionOf, type PartialDate } from '@ehch/clinical/time';
import { cautionWhenPast } from '../fact.ts';
import type { PatientRecord } from '../record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as people write it here: "1st May 2024", "May 2024", "01/05/24", "2024-05-01". The day comes before the
 * month.
 */
const DATE = String.raw`(?:(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?(${MONTHS.join('|')})[a-z]*[ ,-]+(\d{4})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})|(\d{4})-(\d{2})(?:-(\d{2}))?|(\d{1,2})[/.-](\d{4}))(?![\d/-])`;

/** [P] Words before the day on which something ends. */
const ENDS = new RegExp(
  String.raw`\b(?:until|till|up to|stop(?:s|ped)?(?: (?:it|this|taking|giving))?(?: on| by| after)?|end(?:s|ed|ing)?(?: on)?|finish(?:es|ed)?(?: on)?|expire[sd]?(?: on)?|expiry(?: date)?|last (?:dose|day)(?: on)?|end date|valid to|from \S{1,10} (?:\S+ ){0,2}(?:to|-))[ :]+(?:the |end of |${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}[a-z]* `).join('|')})?${DATE}`,
  'i',
);

/** [P] Words with which the day may begin something, or end only a part of it. */
const NOT_ITS_END =
  /\b(?:(?:do|does|did|is|are|was|to be) not|don['’]?t|not (?:to|be|before|start\w*|due|needed|yet|valid|in force)|next (?:due|dose|injection)|never|hold|held|withh\w*|omit\w*|paus\w*|suspend\w*|defer\w*|delay\w*|wait\w*|then|thereafter|afterwards|after that|followed|if|unless|repeat\w*|supply|supplies|script|prescription|in hospital|lived|worked)\b/i;

/** The day on which something ends by its own words. `null`: they name none, or the day may be of something else. */
export function endInWords(text: string | null | undefined): PartialDate | null {
  for (const clause of (text ?? '').split(/\n|;|\.(?!\d)/)) {
    const found = NOT_ITS_END.test(clause) ? null : ENDS.exec(clause);
    if (found === null) continue;
    const [, day, month = '', year, ukDay, ukMonth, ukYear = '', isoYear, isoMonth, isoDay, ofMonth, ofYear] =
      found;
    const date =
      year !== undefined
        ? dateOf(year, MONTHS.indexOf(month.toLowerCase()) + 1, day)
        : ukDay !== undefined
          ? dateOf(ukYear.length === 2 ? `20${ukYear}` : ukYear, Number(ukMonth), ukDay)
          : isoYear !== undefined
            ? dateOf(isoYear, Number(isoMonth), isoDay)
            : dateOf(ofYear ?? '', Number(ofMonth), undefined);
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

function dateOf(year: string, month: number, day: string | undefined): PartialDate {
  const parts = [year, String(month), ...(day === undefined ? [] : [day])];
  return parts.map((part) => part.padStart(2, '0')).join('-');
}
