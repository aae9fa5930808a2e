import type { Alert, Content } from '@ehch/clinical';
import { conceptWords, firstWords, namesOf, statusCode } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined } from '../../../text.ts';
import { cautionsFor } from '../cautions.ts';
import { byNewest, cautionWhenPast, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { codedDetails } from './coded-as.ts';
import { flagReading } from './cpr-sources.ts';
import { isAskedInWords } from './denied-in-words.ts';
import { aboutFamily } from './family-words.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';
import { overWithVisit } from './flag-visit.ts';
import { isMistakenInWords } from './over-in-words.ts';
import { isLimitsFlag } from './limits-statements.ts';
import { othersOfTheName } from './same-name.ts';
import { isLastDaysFlag } from './last-days.ts';

/** The alerts of the resident, newest first, with the warning about a similar name. */
export function alerts(record: PatientRecord): Content<readonly Alert[]> {
  const listed = [...sameName(record), ...record.all('Flag').flatMap((held) => fromFlag(record, held))];
  return listed.length === 0
    ? { kind: 'not-recorded' }
    : { kind: 'recorded', value: listed.toSorted(byNewest) };
}

function fromFlag(record: PatientRecord, held: Held<'Flag'>): readonly Alert[] {
  const { value } = held;
  // Decisions about CPR, the last days of life and other limits are shown at the top, under the agreed
  // limits.
  if (flagReading(held) !== null || isLastDaysFlag(held) || isLimitsFlag(held)) return [];
  if (value.status !== 'active') return record.setAside(held, 'not-in-force');
  const cautions = cautionsFor(held);
  const said = conceptWords(value.code, cautions) ?? firstWords(value.category, cautions);
  if (said === null) return record.refuse(held, 'missing', 'code');
  const kind = kindOf(held, said);
  const isOver = kind === 'safeguarding' && CLOSED.test(said);
  const isTakenBack = isOver || TAKEN_BACK.test(said) || isMistakenInWords(said);
  if (isTakenBack) cautions.add('contradicts-itself');
  if (isAskedInWords(...namesOf(value.code))) cautions.add('unconfirmed');
  record.show(held, 'alerts');
  const until = readDate(value.period?.end, cautions);
  cautionWhenPast(until, record, cautions);
  if (!isTakenBack) cautionWhenOverInWords([said], record, cautions);
  const over = overWithVisit(record, held, cautions);
  if (over !== null) cautions.add('past-its-date');
  const on = readDate(value.period?.start, cautions);
  const category = categoryWords(held, said, kind);
  // [P] A shared screen says that there is a safeguarding flag, but not what it is about
  // (clinical rule 11.4).
  const text =
    kind === 'safeguarding'
      ? 'Safeguarding flag: ask the home'
      : category !== null
        ? `${category}: ${said}`
        : said;
  const whole = joined([text, over === null ? null : `(${over})`]) ?? text;
  const coded = kind === 'safeguarding' ? {} : codedDetails(said, value.code);
  return [
    { ...fact(record, held, cautions, { on, by: [value.author] }), ...coded, kind, text: whole, until },
  ];
}

/**
 * The words of a category that its kind does not cover: "historic" on MRSA. R4's own categories (clinical,
 * administrative …) add nothing to the alert.
 */
function categoryWords({ value }: Held<'Flag'>, said: string, kind: Alert['kind']): string | null {
  const own = (value.category ?? []).filter(
    ({ text, coding = [] }) =>
      text !== undefined || coding.some(({ system = '' }) => !R4_CATEGORY.test(system)),
  );
  const pattern = WORDS.find(([, named]) => named === kind)?.[0];
  const texts = own
    .map((concept) => conceptWords(concept, new Set()))
    .filter((text) => text !== said && pattern?.test(text ?? '') !== true);
  return joined([...new Set(texts)], ', ');
}

const R4_CATEGORY = /\/flag-category$/;

/** [P] Words by which an alert in force says that it is over. "Withdrawn" may be how somebody is. */
const TAKEN_BACK = /(?<!\bnot )\b(?:expired|lapsed|no longer (?:valid|applies|in force|current))\b/i;

/** [P] Words by which a safeguarding concern is over. The screen does not show them, so the flag must say it. */
const CLOSED =
  /(?<!\b(?:not|until|if|when|never) (?:yet )?)\b(?:closed|resolved|ended|withdrawn|unfounded|unsubstantiated|not substantiated|no further action|nfa)\b/i;

/** Headings of the UK Core record standard come first, then words where there is no code. [P] */
const HEADINGS = {
  'reasonable-adjustments-for-health-and-care-access': 'reasonable-adjustment',
  'deprivation-of-liberty-safeguards-or-equivalent': 'deprivation-of-liberty',
} as const;

const WORDS: readonly (readonly [pattern: RegExp, kind: Alert['kind']])[] = [
  [/\breasonable adjustment/i, 'reasonable-adjustment'],
  [/\bdeprivation of liberty\b|\bdols\b|\bliberty protection\b/i, 'deprivation-of-liberty'],
  [/\bsafeguarding\b/i, 'safeguarding'],
  [
    /\binfecti|\bmrsa\b|\bc\.? ?diff|\bclostridi|\bnorovirus\b|\bcovid|\bcpe\b|\binfluenza\b|\bscabies\b|\boutbreak\b/i,
    'infection',
  ],
];

/**
 * [P] "No DoLS in place", "DoLS expired" and "MRSA negative" are shown as written, but are no alert of that
 * kind. Nor is a vaccination against an infection, nor an infection of the family.
 */
const DENIED: Partial<Record<Alert['kind'], RegExp>> = {
  'deprivation-of-liberty':
    /^(?:no|nil|not|none|never|without)\b|(?<!\bnot )\b(?:expired|ended|lapsed|refused|declined|withdrawn)\b|\bnot (?:required|needed|authorised|granted|applicable|in place)\b/i,
  infection:
    /^(?:no|nil|not|none|never|without)\b|\b(?:negative|not detected|not found|excluded|ruled out)\b|(?<!\b(?:not|never|until|before|if) )\b(?:clear(?:ed)?|resolved|eradicated)\b|\b(?:vaccin\w*|immunis\w*|jabs?|boosters?)\b/i,
  'reasonable-adjustment': /^(?:no|nil|none)\b|\bnot (?:required|needed)\b/i,
  // A narrow pattern, because any other words may say what the flag is about.
  safeguarding:
    /^(?:no|nil) (?:known |current |open |active )*safeguarding (?:concerns?|issues?|alerts?|flags?)\.?$/i,
};

function kindOf(held: Held<'Flag'>, said: string): Alert['kind'] {
  const kind = kindNamed(held, said);
  const isOfFamily = kind !== 'safeguarding' && aboutFamily(held.value.code).length > 0;
  return isOfFamily || DENIED[kind]?.test(said) === true ? 'other' : kind;
}

function kindNamed({ value }: Held<'Flag'>, said: string): Alert['kind'] {
  const concepts = [...(value.category ?? []), value.code];
  for (const concept of concepts) {
    const heading = statusCode(concept, Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]);
    if (heading !== null) return HEADINGS[heading];
  }
  const text = joined([...concepts.map((concept) => conceptWords(concept, new Set())), said]) ?? '';
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

/** The warning about another resident with a similar name. The identity section says who it is. */
function sameName(record: PatientRecord): readonly Alert[] {
  const { input } = record;
  if (othersOfTheName(record).length === 0) return [];
  return [
    {
      id: 'same-name',
      on: null,
      source: { label: input.sourceLabel },
      by: null,
      cautions: [],
      kind: 'same-name',
      text: 'Another resident here has the same or a similar name',
      until: null,
    },
  ];
}
