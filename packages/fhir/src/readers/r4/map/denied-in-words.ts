import { namesOf } from '../../../coding.ts';
import type { Held } from '../record.ts';
import { words } from '../../../text.ts';
import { isOfFamily } from './family-words.ts';
import { NOT_THEIRS } from './over-in-words.ts';

/**
 * [P] Words by which a name or a note withdraws the allergy or the problem that its codes state. "To be
 * refuted" does not.
 */
const DENIED = new RegExp(
  String.raw`(?<!\b(?:not|not be|cannot be|never|to be|if|unless) )\b(?:refuted|disproved|disproven|de-?labell?ed|misdiagnos\w+|(?:entered|recorded|added|coded) in error|no longer (?:allergic|has (?:this|it)|present|applies)|(?:not|never) allergic(?! to)|does not have (?:this|it))\b|${NOT_THEIRS}`,
  'i',
);

/**
 * In a name, or as a whole note, these words are about the entry. Within a note they may be about something
 * else: "PE ruled out".
 */
const OF_IT =
  /\b(?:ruled out|excluded|denie[sd]|disproved|resolved|healed|cured)\W*$|(?<!\b(?:not|not been|cannot be|never|to be) )\b(?:ruled out|excluded) (?:by|on|at|after|following|with)\b|[:–-]\s*(?:no|none|nil)\W*$|^(?:tolerates|no longer|resolved|healed|cured)\b|(?<!\b(?:not|never|poorly|badly|well|un) ?)\btolerate[sd](?: (?:it|well|now))?\W*$/i;
const WHOLE_NOTE =
  /^\W*(?:(?:now|since|this|it|was|has|been|is|all|fully|completely) )*(?:ruled out|excluded|resolved|healed|cleared|cured|recovered|tolerated|tolerates (?:it|this|well))\b(?! (?:if|when|until))/i;

/** "UTI (treated, resolved Oct 2026)": the day of an end may follow it. */
const ENDED_ON =
  /(?<!\b(?:not|if|when|until|un) ?)\b(?:resolved|healed|cured|ruled out|excluded)(?:,? (?:in|on|by|since))?[,:]? (?:\d{1,2}[ /.-])?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]|\d{1,2}[/.-])?(?:\d{4}|\d{2})\W*$/i;

/** A narrow pattern, because "diabetes without complication" is diabetes. */
const NEGATED = /^(?:no|not|nil|never|denies)\b|\b(?:not present|absent|negative)$/i;

/**
 * [P] A name that only asks: "? dementia", "query UTI", "stroke (suspected)". "Fall ?cause" certainly names a
 * fall.
 */
const ASKED =
  /^\W*\?|^\W*(?:query|queried|possibl[ey]|probabl[ey]|suspected|suspicion of|presumed|provisional|likely|rule out|r\/o|to exclude|may have|unable to exclude|cannot exclude|might have|could be|working diagnosis)\b|(?:\?|\b(?:query|queried|possible|probable|suspected|presumed|provisional|likely|unlikely|unconfirmed|not confirmed|to be confirmed|tbc|under investigation|not excluded|awaiting (?:diagnosis|assessment|results?|confirmation)))\W*$/i;

/** Whether any of these names says that the diagnosis is not certain. */
export function isAskedInWords(...names: readonly (string | null | undefined)[]): boolean {
  return names.some((text) => ASKED.test(words(text?.replace(TAG, '')) ?? ''));
}

/** SNOMED CT's semantic tags. */
const TAG = /\((?:situation|finding|disorder)\)\s*$/;

/** Whether the record's own words deny what its codes state. */
export function isDeniedInWords({ value }: Held<'AllergyIntolerance' | 'Condition'>): boolean {
  const { code } = value;
  const names = namesOf(code);
  const ended = 'abatementString' in value ? words(value.abatementString) : null;
  // "No dementia" with the code for dementia: each denies the other.
  const denials = new Set(names.map((text) => NEGATED.test(text)));
  return (
    denials.size > 1 ||
    isOfFamily(...names) ||
    names.some((text) => [DENIED, OF_IT, ENDED_ON].some((pattern) => pattern.test(text))) ||
    isDeniedByNote({ value }) ||
    deniesIt(ended)
  );
}

/** Whether a note takes back what the name says, or says that the record is somebody else's. */
export function isDeniedByNote({
  value: { note = [] },
}: Pick<Held<'AllergyIntolerance' | 'Condition'>, 'value'>): boolean {
  return note.some(({ text }) => deniesIt(words(text)));
}

function deniesIt(text: string | null): boolean {
  return text !== null && (DENIED.test(text) || WHOLE_NOTE.test(text));
}
