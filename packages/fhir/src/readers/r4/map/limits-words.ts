/**
 * [P] Words by which a record belongs to the agreed limits of treatment where no code says so. They are matched on titles
 * and codings only, never on narrative, and what they match is shown with its own words beside it.
 */
export const LIMITS_TITLE =
  /\b(respect|dnacpr|dnar|resuscitation|advance (decision|statement|directive|care plan)|advanced treatment preferences|living will|treatment escalation|escalation plan|end of life|eol ?plan|power of attorney)\b/i;

export const WISHES_TITLE =
  /\b(advance care plan|advance statement|escalation preferences?|what i want|my wishes|treatment preferences?)\b/i;

export const LAST_DAYS_TITLE = /\blast days of life\b|\bdying phase\b|\bend of life care plan\b/i;

export const REFUSAL_TITLE = /\badvance decision to refuse treatment\b|\badrt\b/i;

const NOT_FOR =
  /\bdna ?cpr\b|\bdnar\b|\b(?:not for|do not attempt|do not have|do not) (?:attempted )?(?:cpr|cardio-?pulmonary resuscitation|resuscitat(?:ion|e))/i;
const FOR =
  /^(?:is )?(?:for )?(?:attempted |attempt |full )?(?:cpr|cardio-?pulmonary resuscitation|resuscitation)\b/i;
const UNDONE =
  /\b(discuss|declin|withdraw|revok|cancel|rescind|no longer|remov|consider|review|not in place|no dnacpr|invalid)/i;

/** What words say about CPR. `null` when they say nothing certain: "DNACPR discussed" is no decision. */
export function cprInWords(text: string): 'attempt' | 'do-not-attempt' | null {
  const plain = text.trim();
  if (UNDONE.test(plain)) return null;
  if (NOT_FOR.test(plain)) return 'do-not-attempt';
  return FOR.test(plain) && /^(is )?(for|attempt)/i.test(plain) ? 'attempt' : null;
}

export function placeKind(text: string): 'preferred-place-of-care' | 'preferred-place-of-death' | null {
  if (/\bpreferred place of death\b|\bplace of death preference\b/i.test(text))
    return 'preferred-place-of-death';
  return /\bpreferred place of care\b/i.test(text) ? 'preferred-place-of-care' : null;
}
