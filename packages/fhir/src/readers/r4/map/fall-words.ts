/**
 * [P] Words for a fall that happened, because no FHIR class states one. A fall is an unexpected event in
 * which somebody comes to rest on the ground, floor or a lower level (NICE NG249, context). "Found on the
 * floor" is one; "collapse" may not be.
 */
const FALL =
  /\b(falls?|fell|fallen|found (?:lying |sitting )?on (?:the |her |his )?(?:\w+ )?(?:floor|ground)|(?:slid|slipped|rolled) (?:off|out of|from|onto|to) (?:the |her |his |a )?(?:\w+ )?(?:floor|ground|bed|chair|toilet|wheelchair))\b/gi;

/** Words about falls that did not happen, or about something else that falls. */
const NO_FALL =
  /\b(no|nil|not|without|denies|never|zero|0) (further |more |recent |recorded |reported |history of |known )*(falls?|fallen)\b|\bfalls? (risk|clinic|assessment|prevention|review|service|team|referral|programme|program|screen\w*|class|group|alarm|sensor|mat|care plan|plan)\b|\b(risk|fear|prevention|history|assessment|review) of (a )?fall(s|ing)?\b|\b(a )?falls? in (blood|haemoglobin|hb|egfr|weight|pressure|bp|sodium|potassium|platelets?|function|saturations?|appetite|mood|level)\b|\bf[ae]ll(en|s)? (asleep|ill|unwell|out with|pregnant|behind|short|from favour)\b|\bnear[- ]falls?\b|\bfalls? out of range\b/gi;

/**
 * Words about a fall that did not happen: "falls: none", "fall prevented", "never fell". "Rise and fall" is
 * not about a person.
 */
const DENIED_FALL =
  /\bfalls?\s*[:–-]?\s*(?:none|nil|no|denied|prevented|averted|avoided|unlikely|not witnessed or reported)\b|\b(?:never|not|nor) (?:fell|fallen)\b|\brise and falls?\b|\bfallen in love\b|\bfell in love\b/gi;

/** Whether the words tell of a fall: "fall in the lounge", but not "no falls" or "falls clinic". */
export function tellsOfFall(text: string): boolean {
  return (text.replaceAll(DENIED_FALL, ' ').replaceAll(NO_FALL, ' ').match(FALL) ?? []).length > 0;
}

/**
 * [P] "Seen on the home round after a fall" and "call about a fall" are contacts after a fall, and not another
 * fall.
 */
export const AFTER_A_FALL =
  /\b(after|following|since|about|regarding|concerning|discuss(?:ed|ing|es)?)\s+((a|the|her|his|their|recent)\s+)+fall\b/gi;
