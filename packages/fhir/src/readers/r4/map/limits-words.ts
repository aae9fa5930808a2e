/**
 * [P] Words by which a record belongs to the agreed limits of treatment where no code says so. They are matched on titles
 * and codings only, never on narrative, and what they match is shown with its own words beside it.
 */
export const LIMITS_TITLE =
  /\b(respect|dnacpr|dnar|resuscitation|advance (decision|statement|directive|care plan)|advanced treatment preferences|living will|treatment escalation|escalation plan|end of life|eol ?plan|power of attorney)\b/i;

export const WISHES_TITLE =
  /\b(advance care plan|advance statement|escalation preferences?|what i want|my wishes|treatment preferences?)\b/i;

/** An end-of-life care plan may be for the last year; only the last days stop scores from being shown. */
export const LAST_DAYS_TITLE =
  /^(?!.*\b(?:no|not|without|discuss\w*|declin\w*|consider\w*|if|when)\b).*(?:\blast days (?:and hours )?of life\b|\bdying phase\b)/i;

export const REFUSAL_TITLE = /\badvance decision to refuse treatment\b|\badrt\b/i;

const RESUSCITATION = '(?:cpr|cardio-?pulmonary resuscitation|resuscitation)';
const QUALIFIED = String.raw`(?: \([^)]*\))?\.?$`;

const NOT_FOR = new RegExp(
  String.raw`^(?:(?:dna ?cpr|dnar)(?: (?:decision|order|recommendation|form))?(?: (?:made|in place|active|recorded))?` +
    `|(?:is )?not for (?:attempted )?${RESUSCITATION}|do not attempt ${RESUSCITATION}|do not resuscitate)${QUALIFIED}`,
  'i',
);
const FOR = new RegExp(`^(?:is )?(?:for|attempt) (?:attempted |full )?${RESUSCITATION}${QUALIFIED}`, 'i');

/**
 * What words say about CPR, when they say that and nothing else. "DNACPR discussed", "not for DNACPR" and "for
 * resuscitation status see form" are no decisions, and a decision read out of them would be made up.
 */
export function cprInWords(text: string): 'attempt' | 'do-not-attempt' | null {
  const parts = text.trim().split(/\s*[-–—:;]\s+/);
  const said = new Set(
    parts.map((part) => (NOT_FOR.test(part) ? 'do-not-attempt' : FOR.test(part) ? 'attempt' : null)),
  );
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/** Words that make a coded decision to attempt CPR doubtful, wherever they stand. */
export function soundsLikeNoCpr(text: string): boolean {
  return /\bdna ?cpr\b|\bdnar\b|\bnot for\b|\bdo not\b/i.test(text);
}

export function placeKind(text: string): 'preferred-place-of-care' | 'preferred-place-of-death' | null {
  if (/\bpreferred place of death\b|\bplace of death preference\b/i.test(text))
    return 'preferred-place-of-death';
  return /\bpreferred place of care\b/i.test(text) ? 'preferred-place-of-care' : null;
}
