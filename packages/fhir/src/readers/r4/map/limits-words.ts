/**
 * [P] Words by which a record belongs to the agreed limits of treatment where no code says so. They are matched on titles
 * and codings only, never on narrative, and what they match is shown with its own words beside it.
 */
const LIMITS =
  /\b(dnacpr|dnar|resuscitation|recommended summary plan for emergency care|advance (?:decision|statement|directive|care plan)|(?:anticipatory|future) care plan|universal form of treatment options|advanced treatment preferences|adrt|lpa|living will|treatment escalation|escalation plan|emergency health ?care plan|end of life|eol ?plan|power of attorney)s?\b/i;

/**
 * ReSPECT is a name, and "respect" a word: a survey of dignity and respect is no plan for emergencies. It counts as its
 * people write it, as the abbreviations of a treatment escalation plan and of its forerunner do, or where "form", "plan", "process" or "document" follows, or where it stands alone.
 */
const RESPECT = /\bReSPECT\b|\bTEP\b(?! (?:hernia|repair)\b)|\bUFTO\b/;
const RESPECT_ANY_CASE = /\brespect (?:form|plan|process|document|summary|v\d)|^\s*respect\s*$/i;

/** Whether a title or a coding belongs to the agreed limits. */
export function isLimitsTitle(text: string): boolean {
  return LIMITS.test(text) || RESPECT.test(text) || RESPECT_ANY_CASE.test(text);
}

/** [P] Titles of a care plan that is a plan for emergencies or refusals as a whole. */
export function isLimitsPlanTitle(text: string): boolean {
  return isLimitsTitle(text) && !/\bend of life\b|\beol ?plan\b|\bpower of attorney\b|\blpa\b/i.test(text);
}

/** [P] Words of a limit that stands alone: "ceiling of care: ward based", "not for hospital", "refuses blood products". */
const LIMIT =
  /\bceilings? of (?:care|treatment)\b|\bnot for (?:\w+ ){0,2}(?:hospital\w*|admission|escalation|transfer|conveyance|it?u|icu|hdu|niv|ventilation|intubation|dialysis|transfusions?|999|antibiotics|(?:iv|intravenous) fluids|(?:peg|ng|tube|artificial) (?:feeding|nutrition)|surgery|active treatment|investigations?)\b|\bdo not (?:intubate|ventilate|hospitali[sz]e|admit|convey|transfer|transfuse|call 999)\b|\bnot to be (?:admitted|hospitali[sz]ed|intubated|ventilated)\b|\bdni\b|\b(?:comfort (?:care|measures)|palliative (?:care|treatment|approach)|symptom(?:atic)? (?:control|relief|care|treatment)|for comfort) only\b|\bonly (?:for )?comfort (?:care|measures)\b|\bward[- ]based care\b|\b(?:refus|declin)\w+ (?:of )?(?:all |any )?(?:blood|transfusions?|dialysis|ventilation|hospital|admission|treatment|antibiotics|surgery|(?:peg|ng|tube|artificial) (?:feeding|nutrition))\b/i;

/** Whether a text names a limit itself. "See the advance care plan" names none. */
export function namesLimit(text: string): boolean {
  return LIMIT.test(text);
}

/** Whether the words of a flag, a problem or an observation tell of an agreed limit. */
export function tellsOfLimit(text: string): boolean {
  return namesLimit(text) || isLimitsPlanTitle(text);
}

/** [P] Titles that tell of a limit with their answer: "for hospital admission: no", "health and welfare attorney". */
const ASKS =
  /^(?:for|suitable for) (?:\w+ ){0,2}(?:hospital\w*|admission|escalation|it?u|icu|hdu|niv|ventilation|intubation|antibiotics|active treatment)(?: admission| care)?\??$|\bpower of attorney\b|\bgold standards? framework\b|\bgsf\b|\bend of life\b|\bmental capacity\b|\b(?:has|lacks) capacity\b|\bcapacity to (?:consent|decide|make|refuse)\b/i;

export function asksForLimit(title: string): boolean {
  return ASKS.test(title);
}

export const WISHES_TITLE =
  /\b((?:advance|anticipatory|future) care plan|advance statement|escalation preferences?|what i want|my wishes|treatment preferences?)\b/i;

/** [P] How the last days are named (NICE NG31: "the last days of life"). */
const NAMED =
  '(?:(?:last|final) (?:few )?(?:days|hours)(?: (?:and|or|to) (?:days|hours))? of life|dying phase|actively dying)';

export const LAST_DAYS = new RegExp(`\\b${NAMED}\\b`, 'i');

/**
 * An end-of-life care plan may be for the last year; only the last days stop scores from being shown. [P] Medicines and wishes
 * for them are there long before.
 */
export const LAST_DAYS_TITLE = new RegExp(
  `^(?!.*\\b(?:no|not|without|discuss\\w*|declin\\w*|consider\\w*|if|when|anticipat\\w*|medic\\w*|drugs?|prefer\\w*|wish\\w*)\\b).*\\b${NAMED}\\b`,
  'i',
);

/** [P] That she is in them, and no more. */
export const IN_LAST_DAYS = new RegExp(
  `^(?:is |now |(?:the |this )?(?:patient|resident|person) |s?he |thought to be |recognised (?:as |to be )?|entered |in |the )*${NAMED}(?: \\((?:finding|situation)\\)| phase| recognised| care| plan)*[?.]?$`,
  'i',
);

/** [P] "Stopped: she recovered" beside the status "active": nobody here knows whether it runs. */
export const OVER_IN_WORDS =
  /\b(?:stopped|ended|cancelled|withdrawn|discontinued|no longer|recovered|revers(?:ed|al))\b/i;

/** [P] Words of a note beside the last days by which they may be over. What else was stopped, a medicine or a drip, ends none. */
const OVER_IN_A_NOTE = new RegExp(
  String.raw`\b(?:plan|pathway) (?:(?:has|been|was|is|now) )*(?:stopped|ended|cancelled|withdrawn|discontinued|closed)\b` +
    String.raw`|(?<!\b(?:if|not|unless|until|when)(?: \w+){0,2} )\b(?:rallied|recovered)\b` +
    String.raw`|\b(?:not|no longer) (?:(?:actively|thought to be|felt to be|in the) )*(?:dying|${NAMED})`,
  'i',
);

export function isOverInNote(texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => OVER_IN_A_NOTE.test(text ?? ''));
}

/** [P] A name that asks, or tells of somebody else or of another time. */
export const DOUBTED =
  /\?|\b(?:possibl[ey]|probabl[ey]|suspected|believed|query|might|may be|likely|at risk|approaching|pending|past|previous(?:ly)?|former(?:ly)?|history|resolved|improved|mother|father|husband|wife|partner|not|no|declin\w*)\b/i;

/**
 * [P] Words that refuse what they name: "declines blood products", "does not consent to dialysis", "opted out". "Did not refuse"
 * is none.
 */
const REFUSES =
  /(?<!\b(?:not|no|never|nothing|without) )\b(?:refus(?:e|es|ed|ing|al|als)|declin(?:es|ed|ing)|dissents?|objects?|objection|opt(?:s|ed)?[- ]?out|withdr(?:aws?|ew|awn|awal))\b|\b(?:does not|doesn['’]?t|do not|don['’]?t|did not|will not) (?:consent|agree|want|wish|accept)\b|\bnot (?:agreed|consented|permitted|allowed)\b|\bno consent\b/i;
/** Words that begin with a no: a rule beside them may say the same, or the opposite of it. */
const NEGATES = /^\s*(?:no|not|never|nil|without|do not|don['’]?t)\b/i;

export function refusesInWords(text: string | null | undefined): boolean {
  return REFUSES.test(text ?? '');
}

export function deniesInWords(text: string | null | undefined): boolean {
  return refusesInWords(text) || NEGATES.test(text ?? '');
}

export const REFUSAL_TITLE = /\badvance decisions? to refuse treatment\b|\badrt\b/i;

export function placeKind(text: string): 'preferred-place-of-care' | 'preferred-place-of-death' | null {
  if (/\bpreferred place of death\b|\bplace of death preference\b/i.test(text))
    return 'preferred-place-of-death';
  return /\bpreferred place of care\b/i.test(text) ? 'preferred-place-of-care' : null;
}

/** [P] Words of a heading that turn round, or limit, what stands under it. */
const TURNS =
  /\b(?:no|not|refus\w*|declin\w*|without|avoid\w*|never|unwanted|stop\w*|except|unless|if|when|only|previous\w*|former\w*|don['’]?t)\b/i;

export function turnsRound(heading: string): boolean {
  return TURNS.test(heading);
}

/** The title of a form as a whole stands above everything in it, and says nothing of one answer. */
export function isPlainHeading(heading: string): boolean {
  return isLimitsTitle(heading) && !turnsRound(heading);
}
