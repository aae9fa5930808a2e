import { isFormOver } from './over-in-words.ts';

/**
 * [P] Words that put a record among the agreed limits where no code does. They are matched against titles and
 * codings only, never against narrative. The screen shows the record's own words beside them.
 */
const LIMITS =
  /\b(dnacpr|dnar|resuscitation|recommended summary plan for emergency care|advance (?:decision|statement|directive|care plan)|(?:anticipatory|future) care plan|universal form of treatment options|advanced treatment preferences|adrt|lpa|living will|treatment escalation|escalation plan|emergency health ?care plan|end of life|eol ?plan|power of attorney)s?\b/i;

/**
 * ReSPECT is a name and "respect" a common word: a survey of dignity and respect is no plan for emergencies.
 * The name counts in its own capitals, before "form", "plan", "process" or "document", or alone. TEP is the
 * treatment escalation plan, and UFTO the predecessor of ReSPECT.
 */
const RESPECT = /\bReSPECT\b|\bTEP\b(?! (?:hernia|repair)\b)|\bUFTO\b/;
const RESPECT_ANY_CASE = /\brespect (?:form|plan|process|document|summary|v\d)|^\s*respect\s*$/i;

/** Whether a title or a coding is about the agreed limits. */
export function isLimitsTitle(text: string): boolean {
  return LIMITS.test(text) || RESPECT.test(text) || RESPECT_ANY_CASE.test(text);
}

/** [P] Whether the title of a care plan says that the whole plan is about emergencies or refusals. */
export function isLimitsPlanTitle(text: string): boolean {
  return isLimitsTitle(text) && !/\bend of life\b|\beol ?plan\b|\bpower of attorney\b|\blpa\b/i.test(text);
}

/**
 * [P] Words that are a limit by themselves, also in the shorthand of nurses: "ceiling of care: ward based", "not for H/A",
 * "TLC only", "refuses blood products". "No blood in urine" is none.
 */
const LIMIT = new RegExp(
  [
    String.raw`\bceilings? of (?:care|treatment)\b|^ceiling ?[:=–-]|\b(?:home|ward|community)(?:[- ]based)? (?:is |as )?(?:the )?ceiling\b(?=\W*$| of\b)|\bward[- ]based (?:care|ceiling)\b`,
    String.raw`\b(?:not|n(?:o)?t) (?:for|4) (?:(?:\w+|#\w+) ){0,2}(?:hospital\w*|hosp\b(?: adm\w*)?|h\/a\b|(?:re-?)?admi(?:ssions?|t)|escalation|transfer|conveyance|it?u|icu|hdu|niv|cpap|ventilation|intubation|dialysis|transfusions?|999|a ?(?:&|and) ?e|(?:oral |po )?(?:antibiotics|abx)|(?:iv|intravenous) (?:fluids|antibiotics|abx)|ivs?\b|(?:peg|ng|rig)(?: (?:tube|feeding|nutrition))*|(?:tube|artificial) (?:feeding|nutrition)|surgery|(?:active|further) (?:treatment|rx|tx|intervention\w*)|investigations?|blood(?: test| product)?s)(?![\w/])`,
    String.raw`\bdo not (?:intubate|ventilate|hospitali[sz]e|admit|convey|transfer|transfuse|call 999)\b|\bnot to be (?:re-?)?(?:admitted|hospitali[sz]ed|intubated|ventilated|conveyed|transfused)\b|\bdni\b`,
    String.raw`\b(?:comfort (?:care|measures)|palliative (?:care|treatment|approach)|symptom(?:atic)? (?:control|relief|care|treatment)|for comfort|tlc|tender loving care) only\b|\bonly (?:for )?(?:comfort (?:care|measures)|tlc)\b|^(?:for )?(?:tlc|comfort (?:care|measures)|tender loving care)\W*$|\bkeep (?:(?:her|him|them) )?comfortable\b(?=\W*$|[,;.]| -)`,
    String.raw`\bno (?:further |more )?(?:active|curative|life[- ]prolonging|life[- ]sustaining) (?:treatment|rx|tx|management|intervention\w*)\b|\bno (?:blood products?|(?:blood )?transfusions?|blood$|(?:hospital|further) (?:admission|transfer)s?)\b(?! (?:in|since|this|last|within|on|for|needed|required|planned)\b)`,
    String.raw`\bavoid (?:\w+ ){0,2}(?:hospital\w*|admissions?|conveyance)\b`,
    String.raw`\b(?:refus|declin)\w+ (?:of )?(?:all |any )?(?:blood|transfusions?|dialysis|ventilation|hospital|admission|treatment|antibiotics|surgery|(?:peg|ng|tube|artificial) (?:feeding|nutrition))\b`,
  ].join('|'),
  'i',
);

/** Whether a text states a limit. "See the advance care plan" states none. */
export function namesLimit(text: string): boolean {
  return LIMIT.test(text);
}

/** Whether the words of a flag, a problem or an observation are about an agreed limit. */
export function tellsOfLimit(text: string): boolean {
  return namesLimit(text) || isLimitsPlanTitle(text);
}

/**
 * [P] Titles that become a limit with their answer: "for hospital admission: no", "health and welfare
 * attorney".
 */
const ASKS =
  /^(?:for|suitable for) (?:\w+ ){0,2}(?:hospital\w*|admission|escalation|it?u|icu|hdu|niv|ventilation|intubation|antibiotics|active treatment)(?: admission| care)?\??$|\bpower of attorney\b|\bdeprivation of liberty\b|\bdols\b|\bliberty protection\b|\bgold standards? framework\b|\bgsf\b|\bend of life\b|\bmental capacity\b|\b(?:has|lacks) capacity\b|\bcapacity to (?:consent|decide|make|refuse)\b/i;

/** Whether a title is a question about a limit. */
export function asksForLimit(title: string): boolean {
  return ASKS.test(title);
}

/** Titles of forms and plans about what the resident wants. */
export const WISHES_TITLE =
  /\b((?:advance|anticipatory|future) care plan|advance statement|escalation preferences?|what i want|my wishes|treatment preferences?)\b/i;

/** [P] Names of the last days (NICE NG31: "the last days of life"). */
const NAMED =
  '(?:(?:last|final) (?:few )?(?:days|hours)(?: (?:and|or|to) (?:days|hours))? of life|dying phase|actively dying)';

/**
 * [P] An expected death, which stands in the place of 999 as the last days do (clinical rule 13.2). It counts
 * in an observation or a problem alone, which have a day: a flag may be about the death of somebody else.
 */
const EXPECTED = '(?:expected death|(?:is )?death (?:is )?expected)';
const NAMED_OR_EXPECTED = `(?:${NAMED}|${EXPECTED})`;

/** A mention of the last days of life, or of an expected death, whatever is said of them. */
export const LAST_DAYS = new RegExp(`\\b${NAMED_OR_EXPECTED}\\b`, 'i');

/**
 * [P] Titles of plans for the last days. An end-of-life care plan may cover the last year, but only the last
 * days stop scores from being shown. Medicines and wishes for the last days are recorded long before.
 */
export const LAST_DAYS_TITLE = new RegExp(
  `^(?!.*\\b(?:no|not|without|discuss\\w*|declin\\w*|consider\\w*|if|when|anticipat\\w*|medic\\w*|drugs?|prefer\\w*|wish\\w*)\\b).*\\b${NAMED}\\b`,
  'i',
);

/**
 * [P] Text that says that the resident is in the last days, or that death is expected, and nothing else. A plan
 * for an expected death is made long before.
 */
export const IN_LAST_DAYS = new RegExp(
  `^(?:is |now |(?:the |this )?(?:patient|resident|person) |s?he |thought to be |recognised (?:as |to be )?|entered |in |the )*(?:${NAMED}(?: phase| care| plan)*|${EXPECTED})(?: \\((?:finding|situation)\\)| recognised)*[?.]?$`,
  'i',
);

/**
 * [P] Words for an end beside the status "active": "stopped: she recovered". Nobody here knows whether the
 * plan still runs.
 */
export const OVER_IN_WORDS =
  /\b(?:stopped|ended|cancelled|withdrawn|discontinued|no longer|recovered|revers(?:ed|al))\b/i;

/**
 * [P] Words in a note that say that the last days may be over. The end of something else, such as a medicine
 * or a drip, does not count.
 */
const OVER_IN_A_NOTE = new RegExp(
  String.raw`\b(?:plan|pathway) (?:(?:has|been|was|is|now) )*(?:stopped|ended|cancelled|withdrawn|discontinued|closed)\b` +
    String.raw`|(?<!\b(?:if|not|unless|until|when)(?: \w+){0,2} )\b(?:rallied|recovered)\b` +
    String.raw`|\b(?:not|no longer) (?:(?:actively|thought to be|felt to be|in the) )*(?:dying|${NAMED})`,
  'i',
);

/** Whether any of these notes says that the last days may be over. */
export function isOverInNote(texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => OVER_IN_A_NOTE.test(text ?? ''));
}

/** [P] Words that ask, or that are about somebody else or another time. */
export const DOUBTED =
  /\?|\b(?:possibl[ey]|probabl[ey]|suspected|believed|query|might|may be|likely|at risk|approaching|pending|past|previous(?:ly)?|former(?:ly)?|history|resolved|improved|mother|father|husband|wife|partner|not|no|declin\w*)\b/i;

/**
 * [P] Words that refuse what they name: "declines blood products", "does not consent to dialysis", "opted
 * out". "Did not refuse" is no refusal.
 */
const REFUSES =
  /(?<!\b(?:not|no|never|nothing|without) )\b(?:refus(?:e|es|ed|ing|al|als)|declin(?:es|ed|ing)|dissents?|objects?|objection|opt(?:s|ed)?[- ]?out|withdr(?:aws?|ew|awn|awal))\b|\b(?:does not|doesn['’]?t|do not|don['’]?t|did not|will not) (?:consent|agree|want|wish|accept)\b|\bnot (?:agreed|consented|permitted|allowed)\b|\bno consent\b/i;
/** Words that begin with a negation. A rule beside them may say the same, or the opposite. */
const NEGATES = /^\s*(?:no|not|never|nil|without|do not|don['’]?t)\b/i;

/** Whether a text refuses something. */
export function refusesInWords(text: string | null | undefined): boolean {
  return REFUSES.test(text ?? '');
}

/** Whether a text refuses or negates something. */
export function deniesInWords(text: string | null | undefined): boolean {
  return refusesInWords(text) || NEGATES.test(text ?? '');
}

/** Titles of an advance decision to refuse treatment. */
export const REFUSAL_TITLE = /\badvance decisions? to refuse treatment\b|\badrt\b/i;

/** [P] Words beside that title under which nothing is refused: it is over, only meant, or not there. */
const NO_REFUSAL =
  /\b(?:discuss\w*|consider\w*|declin\w* (?:to|an?|the|adrt|advance)|(?:wish|want)\w* to (?:make|have|write|complete|discuss|sign)|would like|intends? to|plan(?:s|ned)? to|to be (?:made|completed|written|signed)|not (?:yet )?(?:in place|made|completed|signed|present|held|appropriate)|none|offered|information|leaflet|requested|does not have|doesn['’]?t have|has (?:not|no)|without an?)\b/i;

/** Whether a text says that the resident has refused treatment in advance. */
export function isRefusalTitle(text: string): boolean {
  return REFUSAL_TITLE.test(text) && !NEGATES.test(text) && !NO_REFUSAL.test(text) && !isFormOver([text]);
}

/** The preferred place that a text names: of care or of death. */
export function placeKind(text: string): 'preferred-place-of-care' | 'preferred-place-of-death' | null {
  if (/\bpreferred place of death\b|\bplace of death preference\b/i.test(text))
    return 'preferred-place-of-death';
  return /\bpreferred place of care\b/i.test(text) ? 'preferred-place-of-care' : null;
}

/** [P] Words in a heading that reverse or limit the answers under it. */
const TURNS =
  /\b(?:no|not|refus\w*|declin\w*|without|avoid\w*|never|unwanted|stop\w*|except|unless|if|when|only|previous\w*|former\w*|don['’]?t)\b/i;

/** Whether a heading may reverse or limit the answers under it. */
export function turnsRound(heading: string): boolean {
  return TURNS.test(heading);
}

/** Whether a heading is only the title of the whole form, which says nothing about a single answer. */
export function isPlainHeading(heading: string): boolean {
  return isLimitsTitle(heading) && !turnsRound(heading);
}
