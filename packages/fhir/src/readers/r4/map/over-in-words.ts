import type { Held } from '../record.ts';
import { isReplaced, withoutOthers } from './about-another.ts';

/**
 * [P] Words by which a record is not this person's. "Shares a room with another resident" is about this one, so another
 * person counts only where the words say nothing else.
 */
export const NOT_THEIRS = [
  String.raw`\b(?:wrong|incorrect) (?:patient|resident|person|client)\b`,
  String.raw`\bnot (?:for |about )?th(?:is|e same|at) (?:patient|resident|person|client)(?:['’]s)?(?=\W*$| (?:record|note|entry))`,
  String.raw`^\W*not (?:her|him|hers|his|them|theirs)\W*$`,
  String.raw`^\W*(?:(?:this|it|entry|record|note|plan|form|result|reading|medicine|medication|decision|assessment|given|done|taken|is|was|are|about|for|of|from|on|belongs|belonging|refers|relates|meant|intended|to|an?) )*` +
    String.raw`(?:another|a different|different|other) (?:patient|resident|person|client)(?:['’]s)?(?: (?:record|notes?|entry))?\W*$`,
  String.raw`\b(?:mixed up|confused|mistaken|swapped) (?:with|for) (?:another|a different|the wrong) (?:patient|resident|person|client)\b`,
  String.raw`\bmis-?filed\b`,
  String.raw`\b(?:filed|entered|recorded|added|written|documented|scanned|put) (?:in|on|under|against|to|into) (?:the )?(?:wrong|incorrect)\b`,
  String.raw`^\W*(?:please )?(?:disregard|ignore|delete)(?: (?:this|the))?(?: (?:entry|record|note|above|one))?(?:\W+(?:entered in )?error)?\W*$`,
].join('|');

/**
 * Words after which there is no end: "do not give if pulse under 60" sets a condition, and "stopped smoking"
 * is about something else.
 */
const NOT_THE_END =
  '(?!\\s+(?:if|when|while|whilst|with|within|unless|until|before|after|at|on|more|less|for more|than|to|in|at once|together|by|smoking|drinking)\\b)';

/** [P] Words that say that a medicine is not taken, or must not be, whatever its status. */
const MEDICINE = new RegExp(
  [
    '(?<!\\b(?:not|if|when|once|unless|until|never|be|is|being|get|gets) )\\b(?:stopped|discontinued|ceased|suspended|withheld|cancelled|canceled)\\b(?! (?:smoking|drinking|and restarted))',
    `\\b(?:do not|don['’]?t|not to be|must not be|should not be|never) (?:give|given|administer|administered|take|taken|use|used|prescribe|prescribed|restart|restarted)\\b${NOT_THE_END}`,
    `\\b(?:has been|have been|was|is now|now) (?:stopped|discontinued|ceased|suspended|withheld|cancelled|on hold)\\b`,
    '\\bno longer (?:taking|taken|takes|given|needed|required|prescribed|in use|on)\\b',
    "\\b(?:not|isn['’]?t) (?:currently )?(?:taking|being taken|being given)\\b",
    '^\\s*(?:stop|on hold|hold|withhold)(?: (?:now|this|immediately))?[.!]*\\s*$',
    `^\\s*(?:please )?(?:stop|cease|discontinue) (?:taking|giving|using|it|this)\\b${NOT_THE_END}`,
    '(?<!\\b(?:not|never|to|when) )\\b(?:on hold|(?<=^|[.;] ?)hold|withhold|held|omit|omitted)\\b(?= (?:since|until|pending|for now|by (?:the|dr|gp|hospital))\\b)',
    '(?<!\\b(?:until|till|once|when|after|if|unless)(?: (?:the|this|your|her|his))? )\\bcourse (?:(?:is|was|has been|now) )*(?:finished|completed?|ended|over)\\b',
    '(?<!\\b(?:if|when) )\\b(?:never|not(?: yet)?) (?:been )?started\\b',
    '(?<!\\b(?:if|when|unless|should)(?: \\w+)? )\\b(?:declin|refus)(?:es|ing|ed) (?:to (?:take|have|start)|this|it|all|treatment|medication)\\b',
    '(?<!\\b(?:be|being|if|when) )\\b(?:replaced (?:by|with)|superseded by)\\b(?! (?:a |the )?(?:new|next|fresh|another)\\b)',
    '\\b(?:entered|recorded|added|prescribed) in error\\b',
    NOT_THEIRS,
  ].join('|'),
  'i',
);

/** [P] Words that say that a medicine is taken again, whatever its status. */
const RESUMED =
  /(?<!\b(?:not|if|when|once|unless|until|never|be|to) )\b(?:re-?started|recommenced|resumed|still (?:taking|taken|takes|given|in use|on)|continues (?:to take|on|with))\b/i;

/**
 * [P] Words that say that a form is not in force, whatever its status. "Supersedes all earlier forms" is said
 * of a form in force.
 */
const FORM =
  /(?<!\b(?:not|if|when|unless|until|be) )\b(?:cancell?ed|superseded|voided|revoked|rescinded|withdrawn|invalid(?:ated)?|obsolete|expired|replaced by|out of date|no longer (?:valid|in force|applies|applicable|in use|current)|not (?:valid|in force|current)|do not use|(?:recorded|filed|entered|scanned) in error)\b|\bvoid\b(?! (?:if|when|unless))/i;

/** [P] Words that say that a record is not the resident's, whatever its status. */
const MISTAKEN = new RegExp(
  String.raw`(?<!\bnot )\b(?:entered|recorded|added|taken|filed) (?:in error|by mistake|on the wrong)\b|${NOT_THEIRS}`,
  'i',
);

/** Whether these words say that the record is not the resident's. */
export function isMistakenInWords(text: string | null | undefined): boolean {
  return MISTAKEN.test(text ?? '');
}

type Texts = readonly (string | null | undefined)[];

/** Whether any of these words say that the named medicine must not be given, or is no longer taken. */
export function isMedicineOver(name: string, texts: Texts): boolean {
  return saysOfIt(MEDICINE, name, texts) || texts.some((text) => isReplaced(text ?? '', name));
}

/** Whether any of these words say that the named medicine is taken again. */
export function isMedicineResumed(name: string, texts: Texts): boolean {
  return saysOfIt(RESUMED, name, texts);
}

// Words about another medicine do not count, so they are taken out before the second test.
function saysOfIt(pattern: RegExp, name: string, texts: Texts): boolean {
  return texts.some(
    (text) => pattern.test(text ?? '') && pattern.test(withoutOthers(text ?? '', name, pattern)),
  );
}

/** Whether any of these words say that a form or a plan is no longer in force. */
export function isFormOver(texts: Texts): boolean {
  return texts.some((text) => FORM.test(text ?? ''));
}

/** Whether a note casts doubt on a decision: "Withdrawn 3 May". Nobody here knows whether it applies. */
export function isOverInNotes({ value }: Held): boolean {
  return 'note' in value && isFormOver((value.note ?? []).map(({ text }) => text));
}
