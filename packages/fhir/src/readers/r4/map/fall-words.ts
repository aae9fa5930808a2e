/** [P] Words of a fall that happened. No class of FHIR's says it. */
const FALL = /\b(falls?|fell|fallen)\b/gi;

/** Words about falls that did not happen, or about something else that falls. */
const NO_FALL =
  /\b(no|nil|not|without|denies|never|zero|0) (further |more |recent |recorded |reported |history of |known )*(falls?|fallen)\b|\bfalls? (risk|clinic|assessment|prevention|review|service|team|referral|programme|program|screen\w*|class|group|alarm|sensor|mat|care plan|plan)\b|\b(risk|fear|prevention|history|assessment|review) of (a )?fall(s|ing)?\b|\b(a )?falls? in (blood|haemoglobin|hb|egfr|weight|pressure|bp|sodium|potassium|platelets?|function|saturations?|appetite|mood|level)\b|\bf[ae]ll(en|s)? (asleep|ill|unwell|out with|pregnant|behind|short|from favour)\b|\bnear[- ]falls?\b|\bfalls? out of range\b/gi;

/** Whether the words tell of a fall: "fall in the lounge", and not "no falls" or "falls clinic". */
export function tellsOfFall(text: string): boolean {
  return (text.replaceAll(NO_FALL, ' ').match(FALL) ?? []).length > 0;
}
